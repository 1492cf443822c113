import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { registerJsonBatchDelay } from './rule.ts';

export const cases = defineCases(registerJsonBatchDelay, {
  valid: [
    {
      name: 'batch-and-delay: at startup there is no request',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        batchSize: 8
        maxBatchDelay: 50
      `,
    },
    {
      name: 'no delay of its own',
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'a batch of one waits for nothing',
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 1
        maxBatchDelay: 50
      `,
    },
    {
      name: 'a delay that does not count anyway',
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 8
        maxBatchDelay: 0
      `,
    },
    {
      name: 'before 0.10.0',
      host: { entry: 'register-api', ...torchserveVersion('0.9.0') },
      source: yaml`
        batchSize: 8
        maxBatchDelay: 50
      `,
    },
  ],
  invalid: [
    {
      name: 'registered through the API',
      example: true,
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 8
        maxBatchDelay: 50
        #              ^^ ignored {"milliseconds":50}
      `,
    },
    {
      name: 'the smallest batch and delay, in the first version',
      host: { entry: 'register-api', ...torchserveVersion('0.10.0') },
      source: yaml`
        batchSize: 2
        maxBatchDelay: 1
        # @2:16-2:17 ignored {"milliseconds":1}
      `,
    },
  ],
});
