import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { unknownTopLevelKey } from './rule.ts';

export const cases = defineCases(unknownTopLevelKey, {
  valid: [
    {
      name: 'sections of handlers',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        handler:
          model_path: model
        micro_batching:
          micro_batch_size: 2
      `,
    },
    {
      name: 'a near miss, which has a rule of its own',
      source: yaml`
        BatchSize: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'a key of nobody',
      example: true,
      source: yaml`
        minWorkers: 1
        modelVersion: 3
        #^^^^^^^^^^^ unknown {"key":"modelVersion"}
      `,
    },
  ],
});
