import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerSettingChanged } from './change-type.ts';

/** 201 keys of the section, all with this value. */
function manyKeys(value: number): string {
  return Array.from({ length: 201 }, (_, index) => `  key_${index}: ${value}\n`).join('');
}

export const cases = defineCases(handlerSettingChanged, {
  changed: [
    {
      name: 'another text',
      example: true,
      base: yaml`
        handler:
          model_path: model
          max_length: first
          #           ^^^^^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: second
          #           ^^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: 'first', head: 'second' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'the same number in quotes is a text',
      base: yaml`
        handler:
          model_path: model
          max_length: 8
          #           ^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: "8"
          #           ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: '8', head: '"8"' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'a fraction instead of a whole number',
      base: yaml`
        handler:
          model_path: model
          max_length: 4
          #           ^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 4.0
          #           ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: '4', head: '4.0' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'another order in a list',
      base: yaml`
        handler:
          model_path: model
          max_length: [1, 2]
          #^^^^^^^^^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: [2, 1]
          #^^^^^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: '[1, 2]', head: '[2, 1]' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'false instead of nothing',
      base: yaml`
        handler:
          model_path: model
          max_length: null
          #           ^^^^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: false
          #           ^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: 'null', head: 'false' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'more differences than a reader would read',
      base: `handler:\n# @1:1-1:8 changed\n${manyKeys(1)}`,
      head: `handler:\n# @1:1-1:8 changed\n${manyKeys(2)}`,
      expected: [{ messageId: 'many', params: { key: 'handler', count: 201 }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'the keys of a map in another order',
      base: yaml`
        handler:
          model_path: model
          cache:
            a: 1
            b: 2
      `,
      head: yaml`
        handler:
          model_path: model
          cache:
            b: 2
            a: 1
      `,
    },
    {
      name: 'other quotes',
      base: yaml`
        handler:
          model_path: model
          max_length: 'x'
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: "x"
      `,
    },
    {
      name: 'another order and other quotes',
      base: yaml`
        handler:
          model_path: model
          max_length: 80
      `,
      head: yaml`
        handler:
          max_length: 80
          model_path: model
      `,
    },
    {
      name: 'a key of the frontend',
      base: yaml`
        batchSize: 1
        handler:
          model_path: model
      `,
      head: yaml`
        batchSize: 2
        handler:
          model_path: model
      `,
    },
  ],
});
