import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { timeoutNotPositive } from './rule.ts';

export const cases = defineCases(timeoutNotPositive, {
  valid: [
    {
      name: 'positive timeouts',
      example: true,
      source: yaml`
        responseTimeout: 300
        startupTimeout: 1
      `,
    },
    {
      name: 'a key that this version does not read',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        startupTimeout: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'd03682: a negative responseTimeout',
      source: yaml`
        responseTimeout: -1
        #                ^^ notPositive {"key":"responseTimeout","written":-1,"value":"120"}
      `,
    },
    {
      name: 'zero, meant as no limit',
      example: true,
      source: yaml`
        responseTimeout: 0
        #                ^ notPositive {"key":"responseTimeout","written":0,"value":"120"}
        startupTimeout: 0
        #               ^ notPositive {"key":"startupTimeout","written":0,"value":"120"}
      `,
    },
  ],
});
