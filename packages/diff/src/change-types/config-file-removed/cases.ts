import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { configFileRemoved } from './change-type.ts';

export const cases = defineCases(configFileRemoved, {
  changed: [
    {
      name: 'a model that went',
      example: true,
      base: yaml`
        # @1:1-1:17 removed
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: null,
      expected: [
        { messageId: 'removed', params: { label: 'tp 4 GPUs', hasServed: true }, impact: 'breaking' },
      ],
    },
    {
      name: 'a model that never started',
      base: yaml`
        # @1:1-1:8 removed
        - batch
      `,
      head: null,
      expected: [
        {
          messageId: 'removed',
          params: { label: 'will not start', hasServed: false },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a new file',
      base: null,
      head: yaml`
        batchSize: 2
      `,
    },
  ],
});
