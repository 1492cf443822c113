import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { asyncCommunicationDisabled } from './change-type.ts';

export const cases = defineCases(asyncCommunicationDisabled, {
  changed: [
    {
      name: 'the flag is taken off',
      example: true,
      base: yaml`
        asyncCommunication: true
        #                   ^^^^ changed
      `,
      head: yaml`
        asyncCommunication: false
        #                   ^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'breaking' }],
    },
  ],
  unchanged: [
    {
      name: 'false is what TorchServe takes without the key',
      base: yaml`
        asyncCommunication: false
      `,
      head: yaml`
        deviceType: cpu
      `,
    },
    {
      name: 'the flag is set',
      base: yaml`
        asyncCommunication: false
      `,
      head: yaml`
        asyncCommunication: true
      `,
    },
  ],
});
