import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pt2CompileEnableMissing } from './rule.ts';

export const cases = defineCases(pt2CompileEnableMissing, {
  valid: [
    {
      name: 'enabled',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
            backend: inductor
      `,
    },
  ],
  invalid: [
    {
      name: 'a backend alone',
      example: true,
      source: yaml`
        pt2:
          compile:
        # ^^^^^^^ missing
            backend: inductor
      `,
    },
    {
      name: 'nothing at all',
      source: yaml`
        pt2:
          compile:
        # ^^^^^^^ empty
      `,
    },
  ],
});
