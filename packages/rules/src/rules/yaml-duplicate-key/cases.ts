import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlDuplicateKey } from './rule.ts';

export const cases = defineCases(yamlDuplicateKey, {
  valid: [
    {
      name: 'the same key in two maps',
      example: true,
      source: yaml`
        handler:
          model_path: a
        pippy:
          model_path: b
      `,
    },
    {
      name: 'a merged key that the map overrides',
      source: yaml`
        base: &b
          minWorkers: 1
        <<: *b
        minWorkers: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'a13_dup: at the top level',
      example: true,
      source: yaml`
        minWorkers: 1
        #^^^^^^^^^ overwritten {"key":"minWorkers"}
        maxWorkers: 2
        minWorkers: 3
      `,
    },
    {
      name: 'a57_dupnested: in a section',
      source: yaml`
        handler:
          a: 1
        # @2:3-2:4 overwritten {"key":"handler.a"}
          a: 2
      `,
    },
    {
      name: 'three times',
      source: yaml`
        batchSize: 1
        #^^^^^^^^ overwritten {"key":"batchSize"}
        batchSize: 2
        #^^^^^^^^ overwritten {"key":"batchSize"}
        batchSize: 3
      `,
    },
  ],
});
