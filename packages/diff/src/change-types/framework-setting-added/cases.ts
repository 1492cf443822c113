import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { frameworkSettingAdded } from './change-type.ts';

export const cases = defineCases(frameworkSettingAdded, {
  changed: [
    {
      name: 'a new key',
      example: true,
      base: yaml`
        pippy:
          chunks: 1
        # @1:1-1:6 changed nearest
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
          #                   ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', head: '512' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'an explicit null is not an absent key',
      base: yaml`
        pippy:
          chunks: 1
        # @1:1-1:6 changed nearest
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: null
          #                   ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', head: 'null' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a removed key',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
      `,
      head: yaml`
        pippy:
          chunks: 1
      `,
    },
    {
      name: 'another order and other quotes',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
      `,
      head: yaml`
        pippy:
          num_worker_threads: 512
          chunks: 1
      `,
    },
    {
      name: 'a key of the frontend',
      base: yaml`
        batchSize: 1
        pippy:
          chunks: 1
      `,
      head: yaml`
        batchSize: 2
        pippy:
          chunks: 1
      `,
    },
  ],
});
