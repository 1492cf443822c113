import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { customWithTorchrun } from './rule.ts';

export const cases = defineCases(customWithTorchrun, {
  valid: [
    {
      name: 'custom-2-async: the level alone',
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
      name: 'two numbers, which another rule reports',
      source: yaml`
        parallelType: custom
        torchrun:
          nproc-per-node: 4
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
  ],
  invalid: [
    {
      name: 'custom-with-torchrun: the section sets the level',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        torchrun:
        #^^^^^^^ notStarted {"level":2}
          nproc-per-node: 2
        asyncCommunication: true
      `,
    },
  ],
});
