import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pt2CompileAndExport } from './rule.ts';

export const cases = defineCases(pt2CompileAndExport, {
  valid: [
    {
      name: 'one of the two',
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
      name: 'both',
      example: true,
      source: yaml`
        pt2:
          compile:
            enable: true
          export:
        # ^^^^^^ both
            aot_compile: true
      `,
    },
  ],
});
