import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { nnodesDecreased } from './change-type.ts';

export const cases = defineCases(nnodesDecreased, {
  changed: [
    {
      name: 'another number',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          nnodes: 2
          #       ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          nnodes: 1
          #       ^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'torchrun.nnodes', base: '2 nodes', head: '1 node' },
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
          nnodes: 1
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          nnodes: 2
      `,
    },
    {
      name: 'torchrun is not used without a parallel type',
      base: yaml`
        torchrun:
          nnodes: 2
      `,
      head: yaml`
        torchrun:
          nnodes: 1
      `,
    },
  ],
});
