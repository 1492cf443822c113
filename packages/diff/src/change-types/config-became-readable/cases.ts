import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { configBecameReadable } from './change-type.ts';

export const cases = defineCases(configBecameReadable, {
  changed: [
    {
      name: 'a bracket that is never closed',
      example: true,
      base: yaml`
        batchSize: [2
        #          ^ x
      `,
      head: yaml`
        batchSize: 2
        # @1:1-1:13 x
      `,
      expected: [
        { messageId: 'both', params: { problem: 'The closing ] is missing.' }, impact: 'non-breaking' },
      ],
    },
    {
      name: 'a plain = has no meaning in PyYAML',
      base: yaml`
        batchSize: 2
        handler:
          operator: =
          #         ^ x
      `,
      head: yaml`
        batchSize: 2
        # @1:1-1:13 x
      `,
      expected: [
        {
          messageId: 'handler',
          params: { problem: "The handler's parser has no type for =." },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'deeper than SnakeYAML reads',
      base: yaml`
        batchSize: 2
        handler: [[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]
        #                                                          ^ x
      `,
      head: yaml`
        batchSize: 2
        # @1:1-1:13 x
      `,
      expected: [
        {
          messageId: 'frontend',
          params: { problem: 'The frontend reads at most 50 levels of nesting.' },
          impact: 'non-breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'readable on both sides',
      base: yaml`
        batchSize: 2
      `,
      head: yaml`
        batchSize: 4
      `,
    },
    {
      name: 'an empty file is readable',
      base: yaml`
        batchSize: 2
      `,
      head: yaml`
        # nothing
      `,
    },
  ],
});
