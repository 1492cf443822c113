import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { continuousBatchingDisabled } from './change-type.ts';

export const cases = defineCases(continuousBatchingDisabled, {
  changed: [
    {
      name: 'the flag is taken off',
      example: true,
      base: yaml`
        continuousBatching: true
        #                   ^^^^ changed
      `,
      head: yaml`
        continuousBatching: false
        #                   ^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'false is what TorchServe takes without the key',
      base: yaml`
        continuousBatching: false
      `,
      head: yaml`
        deviceType: cpu
      `,
    },
    {
      name: 'the flag is set',
      base: yaml`
        continuousBatching: false
      `,
      head: yaml`
        continuousBatching: true
      `,
    },
  ],
});
