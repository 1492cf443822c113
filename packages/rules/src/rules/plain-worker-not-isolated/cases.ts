import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { plainWorkerNotIsolated } from './rule.ts';

export const cases = defineCases(plainWorkerNotIsolated, {
  valid: [
    {
      name: 'gpu-one-worker-4gpus: one worker',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'tp-4: a parallel worker, for which the variable is set',
      host: gpus(4),
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
      name: 'gpu-five-workers-4gpus: several workers',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 5
        #^^^^^^^^^ workers {"workers":5,"count":4}
        maxWorkers: 5
      `,
    },
    {
      name: 'deviceids-order: some GPUs',
      host: gpus(4),
      source: yaml`
        minWorkers: 3
        maxWorkers: 3
        deviceIds: [3, 1]
        #^^^^^^^^ pool {"count":4}
      `,
    },
  ],
});
