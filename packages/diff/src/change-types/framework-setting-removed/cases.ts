import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { frameworkSettingRemoved } from './change-type.ts';

export const cases = defineCases(frameworkSettingRemoved, {
  changed: [
    {
      name: 'a key that went',
      example: true,
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
          #                   ^^^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
        # @1:1-1:6 changed nearest
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: '512' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'an added key',
      base: yaml`
        pippy:
          chunks: 1
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
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
