import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { customRequiresAsync } from './rule.ts';

export const cases = defineCases(customRequiresAsync, {
  valid: [
    {
      name: 'custom-2-async: asynchronous',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'custom-1-sync: one GPU needs one connection',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        parallelLevel: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'custom-2-sync: two GPUs',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        #             ^^^^^^ missing {"level":2}
        parallelLevel: 2
      `,
    },
    {
      name: 'the level of torchrun',
      source: yaml`
        parallelType: custom
        #             ^^^^^^ missing {"level":4}
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
