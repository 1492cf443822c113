import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { responseTimeoutAsync } from './rule.ts';

export const cases = defineCases(responseTimeoutAsync, {
  valid: [
    {
      name: 'a synchronous worker',
      example: true,
      source: yaml`
        responseTimeout: 1200
      `,
    },
    {
      name: 'asynchronous, with a limit for loading',
      source: yaml`
        asyncCommunication: true
        startupTimeout: 1200
      `,
    },
    {
      name: 'a number that TorchServe drops, which has a rule of its own',
      source: yaml`
        asyncCommunication: true
        responseTimeout: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'an asynchronous worker',
      example: true,
      source: yaml`
        asyncCommunication: true
        responseTimeout: 1200
        #^^^^^^^^^^^^^^ inert {"seconds":1200}
      `,
    },
    {
      name: 'before startupTimeout',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        asyncCommunication: true
        responseTimeout: 1200
        #^^^^^^^^^^^^^^ fixedLoad {"seconds":1200,"version":"0.11.1","limit":600}
      `,
    },
    {
      name: 'd03206: as it was recorded',
      source: yaml`
        startupTimeout: +3
        asyncCommunication: Yes
        responseTimeout: 1_000
        continuousBatching: Yes
        # @3:1-3:16 inert {"seconds":1000}
      `,
    },
  ],
});
