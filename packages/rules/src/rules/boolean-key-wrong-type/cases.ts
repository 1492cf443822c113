import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { booleanKeyWrongType } from './rule.ts';

export const cases = defineCases(booleanKeyWrongType, {
  valid: [
    {
      name: 'all booleans of YAML 1.1',
      example: true,
      source: yaml`
        useJobTicket: true
        continuousBatching: off
        asyncCommunication: Yes
      `,
    },
    {
      name: 'an explicit null, which another rule reports',
      source: yaml`
        useVenv: ~
      `,
    },
  ],
  invalid: [
    {
      name: 'd03100: a quoted boolean',
      example: true,
      source: yaml`
        useVenv: "true"
        #        ^^^^^^ quoted {"key":"useVenv","written":"\\"true\\"","boolean":"true"}
      `,
      fixed: yaml`
        useVenv: true
      `,
    },
    {
      name: 'd03026: a single letter is text',
      source: yaml`
        asyncCommunication: y
        #                   ^ text {"key":"asyncCommunication","written":"y"}
      `,
    },
    {
      name: 'a number',
      source: yaml`
        useJobTicket: 1
        #             ^ other {"key":"useJobTicket","written":"1"}
      `,
    },
  ],
});
