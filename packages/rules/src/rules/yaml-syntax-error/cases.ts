import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { yamlSyntaxError } from './rule.ts';

export const cases = defineCases(yamlSyntaxError, {
  valid: [
    {
      name: 'plain YAML',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'a51_json: JSON is YAML',
      source: yaml`
        {"minWorkers": 1, "maxWorkers": 2, "torchrun": {"nproc-per-node": 2}}
      `,
    },
    {
      name: 'an alias after its anchor',
      source: yaml`
        handler:
          a: &a [1]
          b: *a
      `,
    },
  ],
  invalid: [
    {
      name: 'a bracket that is never closed',
      example: true,
      source: yaml`
        deviceIds: [0, 1
        batchSize: 4
        # @2:10-2:11 syntax {"problem":"A comma or ] is missing before this."}
      `,
    },
    {
      name: 'a55_undefalias: an alias without an anchor',
      example: true,
      source: yaml`
        minWorkers: *foo
        #           ^^^^ undefinedAlias {"alias":"*foo"}
      `,
    },
  ],
});
