import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { frameworkSettingDecreased } from './change-type.ts';

export const cases = defineCases(frameworkSettingDecreased, {
  changed: [
    {
      name: 'another number',
      example: true,
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 1024
          #                   ^^^^ changed
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
          params: { key: 'pippy.num_worker_threads', base: '1024', head: '512' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'another number with a fraction',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 0.75
          #                   ^^^^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 0.5
          #                   ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: '0.75', head: '0.5' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 512
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 1024
      `,
    },
    {
      name: 'a number of another type is no larger one',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 1
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 2.5
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
