import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pt2InvalidType } from './rule.ts';

export const cases = defineCases(pt2InvalidType, {
  valid: [
    {
      name: 'a map',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
      `,
    },
  ],
  invalid: [
    {
      name: 'nothing',
      example: true,
      source: yaml`
        pt2:
        #^^ empty
      `,
    },
    {
      name: 'a list',
      source: yaml`
        pt2: [inductor]
        #^^ other {"written":"[inductor]"}
      `,
    },
  ],
});
