import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlEmptyConfig } from './rule.ts';

export const cases = defineCases(yamlEmptyConfig, {
  valid: [
    {
      name: 'one key',
      example: true,
      source: yaml`
        handler: {}
      `,
    },
    {
      name: 'a key without a value',
      source: yaml`
        handler:
      `,
    },
  ],
  invalid: [
    {
      name: 'a11_empty: nothing at all',
      source: yaml`
        # @1:1-1:1 empty nearest
      `,
    },
    {
      name: 'a12_comment: only a comment',
      example: true,
      source: yaml`
        # only a comment
        # @1:1-1:17 empty nearest
      `,
    },
    {
      name: 'd02954: only a document marker',
      source: yaml`
        ---
        # @1:1-1:4 empty nearest
      `,
    },
    {
      name: 'the value null',
      source: yaml`
        null
        # @1:1-1:5 empty nearest
      `,
    },
  ],
});
