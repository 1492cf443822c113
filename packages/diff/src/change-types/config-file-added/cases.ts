import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { configFileAdded } from './change-type.ts';

export const cases = defineCases(configFileAdded, {
  changed: [
    {
      name: 'a new model',
      example: true,
      base: null,
      head: yaml`
        # @1:1-1:17 added
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      expected: [
        { messageId: 'added', params: { label: 'tp 4 GPUs', stopsServer: false }, impact: 'non-breaking' },
      ],
    },
    {
      name: 'a file that stops the server',
      base: null,
      head: yaml`
        # @1:1-1:8 added
        - batch
      `,
      expected: [
        { messageId: 'added', params: { label: 'will not start', stopsServer: true }, impact: 'breaking' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a file on both sides',
      base: yaml`
        batchSize: 1
      `,
      head: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'a file that went',
      base: yaml`
        batchSize: 1
      `,
      head: null,
    },
  ],
});
