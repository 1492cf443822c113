import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { settingBecameEffective } from './change-type.ts';

export const cases = defineCases(settingBecameEffective, {
  changed: [
    {
      name: 'the quotes went',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: "8"
          #               ^^^ written
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ written
      `,
      expected: [
        {
          messageId: 'written',
          params: {
            key: 'torchrun.nproc-per-node',
            base: '"8"',
            head: '8',
            why: 'its type is wrong',
            isNew: false,
          },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'a section that is used now',
      base: yaml`
        parallelType: tp
        # @1:1-1:17 added nearest
        parallelLevel: 1
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          OMP_NUMBER_THREADS: 4
          #                   ^ added
        parallelLevel: 1
      `,
      expected: [
        {
          messageId: 'added',
          params: {
            key: 'torchrun.OMP_NUMBER_THREADS',
            base: 'nothing',
            head: '4',
            why: 'the file has no usable torchrun section',
            isNew: true,
          },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'it counted before',
      base: yaml`
        batchSize: 2
      `,
      head: yaml`
        batchSize: 4
      `,
    },
  ],
});
