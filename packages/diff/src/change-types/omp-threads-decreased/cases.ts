import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { ompThreadsDecreased } from './change-type.ts';

export const cases = defineCases(ompThreadsDecreased, {
  changed: [
    {
      name: 'another number',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 2
          #                   ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 1
          #                   ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'torchrun.OMP_NUMBER_THREADS', base: '2 OpenMP threads', head: '1 OpenMP thread' },
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
          OMP_NUMBER_THREADS: 1
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          OMP_NUMBER_THREADS: 2
      `,
    },
    {
      name: 'torchrun is not used without a parallel type',
      base: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 2
      `,
      head: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 1
      `,
    },
  ],
});
