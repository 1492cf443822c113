import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { gpuCountNotMultiple } from './rule.ts';

export const cases = defineCases(gpuCountNotMultiple, {
  valid: [
    {
      name: 'tp-4-of-8-two-workers: a multiple',
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
      name: 'tp-capacity-zero: fewer than a worker needs, which has a rule of its own',
      host: gpus(2),
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
      name: 'tp-3-of-8-clamped: two left over',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 4
        maxWorkers: 4
        parallelType: tp
        torchrun:
          nproc-per-node: 3
        #                 ^ host {"devices":8,"needed":3,"idle":2}
      `,
    },
    {
      name: 'tp-deviceids-remainder: one left over of the pool',
      host: gpus(8),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        deviceIds: [1, 3, 5]
        #^^^^^^^^ pool {"devices":3,"needed":2,"idle":1}
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
});
