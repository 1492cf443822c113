import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlOctalInteger } from './rule.ts';

export const cases = defineCases(yamlOctalInteger, {
  valid: [
    {
      name: 'without the zero',
      example: true,
      source: yaml`
        minWorkers: 10
        maxWorkers: 10
      `,
    },
    {
      name: 'octal-and-sexagesimal: a zero before a digit that means the same',
      source: yaml`
        minWorkers: 01
        maxWorkers: 02
        responseTimeout: 1:30
      `,
    },
    {
      name: 'in quotes it is text, and 08 is no octal number',
      source: yaml`
        handler:
          code: "010"
          zip: 08
          mask: 0x10
      `,
    },
  ],
  invalid: [
    {
      name: 'padded with a zero',
      example: true,
      source: yaml`
        batchSize: 010
        #          ^^^ octal {"written":"010","value":"8","decimal":"10"}
      `,
    },
    {
      name: 'in the handler section, negative and with underscores',
      source: yaml`
        handler:
          offset: -01_0
        #         ^^^^^ octal {"written":"-01_0","value":"-8","decimal":"-10"}
      `,
    },
  ],
});
