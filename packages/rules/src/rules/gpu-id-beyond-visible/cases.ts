import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { gpuIdBeyondVisible } from './rule.ts';

export const cases = defineCases(gpuIdBeyondVisible, {
  valid: [
    {
      name: 'a handler of your own',
      example: true,
      host: gpus(8),
      archive: { manifest: { handler: 'handler.py' } },
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'tp-4: one worker',
      host: gpus(4),
      archive: { manifest: { handler: 'image_classifier' } },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-4-of-8-two-workers: the second worker',
      example: true,
      host: gpus(8),
      archive: { manifest: { handler: 'image_classifier' } },
      source: yaml`
        minWorkers: 2
        #           ^ beyond {"handler":"image_classifier","worker":2,"gpu":4,"visible":4}
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
