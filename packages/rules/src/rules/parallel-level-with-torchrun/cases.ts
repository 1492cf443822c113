import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { parallelLevelWithTorchrun } from './rule.ts';

export const cases = defineCases(parallelLevelWithTorchrun, {
  valid: [
    {
      name: 'tp-4: torchrun alone',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'other numbers, which another rule reports',
      source: yaml`
        parallelType: tp
        parallelLevel: 2
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'custom, for which torchrun does not run',
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'the same number twice',
      example: true,
      source: yaml`
        parallelType: tp
        parallelLevel: 4 # all of them
        #^^^^^^^^^^^^ repeated {"level":4}
        torchrun:
          nproc-per-node: 4
      `,
      fixed: yaml`
        parallelType: tp
        # all of them
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
