import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerSettingAdded } from './change-type.ts';

export const cases = defineCases(handlerSettingAdded, {
  changed: [
    {
      name: 'a new key',
      example: true,
      base: yaml`
        handler:
          model_path: model
        # @1:1-1:8 changed nearest
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 80
          #           ^^ changed
      `,
      expected: [
        { messageId: 'changed', params: { key: 'handler.max_length', head: '80' }, impact: 'non-breaking' },
      ],
    },
    {
      name: 'an explicit null is not an absent key',
      base: yaml`
        handler:
          model_path: model
        # @1:1-1:8 changed nearest
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: null
          #           ^^^^ changed
      `,
      expected: [
        { messageId: 'changed', params: { key: 'handler.max_length', head: 'null' }, impact: 'non-breaking' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'a removed key',
      base: yaml`
        handler:
          model_path: model
          max_length: 80
      `,
      head: yaml`
        handler:
          model_path: model
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
