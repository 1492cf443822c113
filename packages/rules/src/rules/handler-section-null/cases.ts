import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerSectionNull } from './rule.ts';

export const cases = defineCases(handlerSectionNull, {
  valid: [
    {
      name: 'an empty map',
      example: true,
      source: yaml`
        handler: {}
      `,
    },
  ],
  invalid: [
    {
      name: 'nothing behind the colon',
      example: true,
      source: yaml`
        minWorkers: 1
        handler:
        #^^^^^^ empty
      `,
      fixed: yaml`
        minWorkers: 1
        handler: {}
      `,
    },
  ],
});
