import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { startupTimeoutUnsupported } from './rule.ts';

export const cases = defineCases(startupTimeoutUnsupported, {
  valid: [
    {
      name: 'in 0.12.0',
      example: true,
      source: yaml`
        startupTimeout: 600
      `,
    },
    {
      name: 'before, without the key',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        responseTimeout: 600
      `,
    },
  ],
  invalid: [
    {
      name: 'in 0.11.1',
      example: true,
      host: torchserveVersion('0.11.1'),
      source: yaml`
        responseTimeout: 300
        startupTimeout: 600
        #^^^^^^^^^^^^^ response {"version":"0.11.1","seconds":300}
      `,
    },
    {
      name: 'in 0.11.1, asynchronous',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        asyncCommunication: true
        startupTimeout: 1200
        #^^^^^^^^^^^^^ fixed {"version":"0.11.1","seconds":600}
      `,
    },
    {
      name: 'd03360: as it was recorded',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        startupTimeout: -0
        # @1:1-1:15 response {"version":"0.11.1","seconds":120}
      `,
    },
  ],
});
