import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { ompThreadsDefault } from './rule.ts';

export const cases = defineCases(ompThreadsDefault, {
  valid: [
    {
      name: 'a number of threads',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 4
      `,
    },
    {
      name: 'a wrong name, which has a rule of its own',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUM_THREADS: 4
      `,
    },
    {
      name: 'torchrun-without-type: torchrun is not used',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-4: no number of threads',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
        #^^^^^^^ absent
          nproc-per-node: 4
      `,
    },
  ],
});
