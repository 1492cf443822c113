import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { ompThreadsIncreased } from './change-type.ts';

export const cases = defineCases(ompThreadsIncreased, {
  changed: [
    {
      name: 'another number',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 1
          #                   ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 2
          #                   ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'torchrun.OMP_NUMBER_THREADS', base: '1 OpenMP thread', head: '2 OpenMP threads' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 1
      `,
    },
    {
      name: 'torchrun is not used without a parallel type',
      base: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 1
      `,
      head: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 2
      `,
    },
  ],
});
