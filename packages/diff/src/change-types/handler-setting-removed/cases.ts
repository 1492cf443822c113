import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerSettingRemoved } from './change-type.ts';

export const cases = defineCases(handlerSettingRemoved, {
  changed: [
    {
      name: 'a key that went',
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
        # @1:1-1:8 changed nearest
      `,
      expected: [
        { messageId: 'changed', params: { key: 'handler.max_length', base: '80' }, impact: 'dangerous' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'an added key',
      base: yaml`
        handler:
          model_path: model
      `,
      head: yaml`
        handler:
          model_path: model
          max_length: 80
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
