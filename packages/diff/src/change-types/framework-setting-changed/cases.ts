import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { frameworkSettingChanged } from './change-type.ts';

/** 201 keys of the section, all with this value. */
function manyKeys(value: number): string {
  return Array.from({ length: 201 }, (_, index) => `  key_${index}: ${value}\n`).join('');
}

export const cases = defineCases(frameworkSettingChanged, {
  changed: [
    {
      name: 'another text',
      example: true,
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: first
          #                   ^^^^^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: second
          #                   ^^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: 'first', head: 'second' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'the same number in quotes is a text',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 8
          #                   ^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: "8"
          #                   ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: '8', head: '"8"' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'a fraction instead of a whole number',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 4
          #                   ^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 4.0
          #                   ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: '4', head: '4.0' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'another order in a list',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: [1, 2]
          #^^^^^^^^^^^^^^^^^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: [2, 1]
          #^^^^^^^^^^^^^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: '[1, 2]', head: '[2, 1]' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'false instead of nothing',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: null
          #                   ^^^^ changed
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: false
          #                   ^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'pippy.num_worker_threads', base: 'null', head: 'false' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'more differences than a reader would read',
      base: `pippy:\n# @1:1-1:6 changed\n${manyKeys(1)}`,
      head: `pippy:\n# @1:1-1:6 changed\n${manyKeys(2)}`,
      expected: [{ messageId: 'many', params: { key: 'pippy', count: 201 }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'the keys of a map in another order',
      base: yaml`
        pippy:
          chunks: 1
          cache:
            a: 1
            b: 2
      `,
      head: yaml`
        pippy:
          chunks: 1
          cache:
            b: 2
            a: 1
      `,
    },
    {
      name: 'other quotes',
      base: yaml`
        pippy:
          chunks: 1
          num_worker_threads: 'x'
      `,
      head: yaml`
        pippy:
          chunks: 1
          num_worker_threads: "x"
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
