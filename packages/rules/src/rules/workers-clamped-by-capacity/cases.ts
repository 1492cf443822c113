import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { workersClampedByCapacity } from './rule.ts';

export const cases = defineCases(workersClampedByCapacity, {
  valid: [
    {
      name: 'tp-4-of-8-two-workers: just enough',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'tp-capacity-zero: no room at all, which has a rule of its own',
      host: gpus(2),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'nobody knows how many GPUs there are',
      source: yaml`
        minWorkers: 3
        maxWorkers: 3
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-3-of-8-clamped: room for two of four',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 4
        #           ^ clamped {"wanted":4,"workers":2,"needed":3,"devices":8,"total":12}
        maxWorkers: 4
        parallelType: tp
        torchrun:
          nproc-per-node: 3
      `,
    },
  ],
});
