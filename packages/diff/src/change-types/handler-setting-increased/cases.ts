import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerSettingIncreased } from './change-type.ts';

export const cases = defineCases(handlerSettingIncreased, {
  changed: [
    {
      name: 'another number',
      example: true,
      base: yaml`
        handler:
          model_path: model
          max_length: 80
          #           ^^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 120
          #           ^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: '80', head: '120' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'another number with a fraction',
      base: yaml`
        handler:
          model_path: model
          max_length: 0.5
          #           ^^^ changed
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 0.75
          #           ^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'handler.max_length', base: '0.5', head: '0.75' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
      base: yaml`
        handler:
          model_path: model
          max_length: 120
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 80
      `,
    },
    {
      name: 'a number of another type is no larger one',
      base: yaml`
        handler:
          model_path: model
          max_length: 1
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 2.5
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
