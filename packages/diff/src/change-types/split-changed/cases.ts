import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { splitChanged } from './change-type.ts';

export const cases = defineCases(splitChanged, {
  changed: [
    {
      name: 'more stages of PiPPy',
      example: true,
      base: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 2
          #               ^ changed
        pippy:
          input_names: [input_ids]
      `,
      head: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
          #               ^ changed
        pippy:
          input_names: [input_ids]
      `,
      expected: [
        {
          messageId: 'changed',
          params: { base: '2 stages × 1 shard', head: '4 stages × 1 shard' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'no framework is known',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'the same split',
      base: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 2
        pippy:
          chunks: 1
      `,
      head: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 2
        pippy:
          chunks: 2
      `,
    },
  ],
});
