import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { venvDisabled } from './change-type.ts';

export const cases = defineCases(venvDisabled, {
  changed: [
    {
      name: 'the flag is taken off',
      example: true,
      base: yaml`
        useVenv: true
        #        ^^^^ changed
      `,
      head: yaml`
        useVenv: false
        #        ^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: {}, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'false is what TorchServe takes without the key',
      base: yaml`
        useVenv: false
      `,
      head: yaml`
        deviceType: cpu
      `,
    },
    {
      name: 'the flag is set',
      base: yaml`
        useVenv: false
      `,
      head: yaml`
        useVenv: true
      `,
    },
  ],
});
