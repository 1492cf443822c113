import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pt2ExportNeedsSo } from './rule.ts';

export const cases = defineCases(pt2ExportNeedsSo, {
  valid: [
    {
      name: 'an exported library',
      example: true,
      archive: { manifest: { serializedFile: 'model.so' } },
      source: yaml`
        pt2:
          export:
            aot_compile: true
      `,
    },
    {
      name: 'weights, and no section',
      archive: { manifest: { serializedFile: 'model.pt' } },
      source: yaml`
        minWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'weights',
      example: true,
      archive: { manifest: { serializedFile: 'model.pt' } },
      source: yaml`
        pt2:
          export:
            aot_compile: true
        #                ^^^^ notExported {"file":"model.pt"}
      `,
    },
    {
      name: 'a library that is not switched on',
      archive: { manifest: { serializedFile: 'model.so' } },
      source: yaml`
        pt2:
          export:
            aot_compile: false
        #                ^^^^^ notEnabled {"file":"model.so"}
      `,
    },
  ],
});
