import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlSexagesimalInteger } from './rule.ts';

export const cases = defineCases(yamlSexagesimalInteger, {
  valid: [
    {
      name: 'plain seconds, and text in quotes',
      example: true,
      source: yaml`
        responseTimeout: 90
        handler:
          mapping: "80:90"
      `,
    },
    {
      name: 'colons that make no number of base 60',
      source: yaml`
        handler:
          endpoint: localhost:29500
          late: 1:60
      `,
    },
  ],
  invalid: [
    {
      name: 'octal-and-sexagesimal: minutes and seconds',
      example: true,
      source: yaml`
        minWorkers: 01
        maxWorkers: 02
        responseTimeout: 1:30
        #                ^^^^ base60 {"written":"1:30","value":"90"}
      `,
    },
  ],
});
