import { yaml } from '@topodiff/testkit';
import { defineCases, withProperties } from '../../testing/define-cases.ts';
import { asyncBatchSize } from './rule.ts';

export const cases = defineCases(asyncBatchSize, {
  valid: [
    {
      name: 'one request at a time',
      example: true,
      source: yaml`
        asyncCommunication: true
        batchSize: 1
      `,
    },
    {
      name: 'a synchronous worker',
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'a batching mode, which has a rule of its own',
      source: yaml`
        asyncCommunication: true
        continuousBatching: true
        batchSize: 8
      `,
    },
  ],
  invalid: [
    {
      name: 'a batch',
      example: true,
      source: yaml`
        asyncCommunication: true
        batchSize: 8
        #          ^ batched {"size":8}
      `,
    },
    {
      name: 'a batch of the models JSON',
      host: withProperties('models={"model":{"1.0":{"batchSize":4}}}'),
      source: yaml`
        asyncCommunication: true
        #                   ^^^^ batched {"size":4}
      `,
    },
    {
      name: 'd03262: as it was recorded',
      source: yaml`
        batchSize: [4]
        deviceType: cuda
        parallelType: pp
        batchSize: 1961
        clientTimeoutInMills: -1
        useJobTicket: True
        deviceIds: [0, 1]
        asyncCommunication: !!bool "yes"
        # @4:12-4:16 batched {"size":1961}
      `,
    },
  ],
});
