import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { pippyIndexFileName } from './rule.ts';

export const cases = defineCases(pippyIndexFileName, {
  valid: [
    {
      name: 'the name that is read',
      example: true,
      source: yaml`
        pippy:
          chunks: 1
        handler:
          index_filename: pytorch_model.bin.index.json
      `,
    },
    {
      name: 'no PiPPy',
      source: yaml`
        handler:
          index_file_name: index.json
      `,
    },
  ],
  invalid: [
    {
      name: 'the name of the README',
      example: true,
      source: yaml`
        pippy:
          chunks: 1
        handler:
          index_file_name: pytorch_model.bin.index.json
        # ^^^^^^^^^^^^^^^ misspelt
      `,
      fixed: yaml`
        pippy:
          chunks: 1
        handler:
          index_filename: pytorch_model.bin.index.json
      `,
    },
  ],
});
