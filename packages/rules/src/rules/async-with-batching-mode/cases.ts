import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { asyncWithBatchingMode } from './rule.ts';

export const cases = defineCases(asyncWithBatchingMode, {
  valid: [
    {
      name: 'asynchronous alone',
      example: true,
      source: yaml`
        asyncCommunication: true
      `,
    },
    {
      name: 'continuous batching alone',
      source: yaml`
        continuousBatching: true
        batchSize: 8
      `,
    },
  ],
  invalid: [
    {
      name: 'continuous batching',
      example: true,
      source: yaml`
        asyncCommunication: true
        continuousBatching: true
        #                   ^^^^ mode {"mode":"continuousBatching"}
      `,
    },
    {
      name: 'd03206: as it was recorded',
      source: yaml`
        startupTimeout: +3
        asyncCommunication: Yes
        responseTimeout: 1_000
        continuousBatching: Yes
        # @4:21-4:24 mode {"mode":"continuousBatching"}
      `,
    },
  ],
});
