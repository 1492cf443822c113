import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlMultipleDocuments } from './rule.ts';

export const cases = defineCases(yamlMultipleDocuments, {
  valid: [
    {
      name: 'a18_docstart: one document between its markers',
      example: true,
      source: yaml`
        ---
        minWorkers: 1
        ...
      `,
    },
  ],
  invalid: [
    {
      name: 'a17_multidoc: two documents',
      example: true,
      source: yaml`
        minWorkers: 1
        ---
        #^^ second
        minWorkers: 2
      `,
    },
  ],
});
