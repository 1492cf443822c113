import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { keyNotInVersion } from './rule.ts';

export const cases = defineCases(keyNotInVersion, {
  valid: [
    {
      name: 'in 0.12.0',
      example: true,
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'startupTimeout, which has a rule of its own',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        startupTimeout: 300
      `,
    },
  ],
  invalid: [
    {
      name: 'in 0.11.0',
      example: true,
      host: torchserveVersion('0.11.0'),
      source: yaml`
        parallelType: custom
        #             ^^^^^^ value {"version":"0.11.0","key":"parallelType","written":"custom","since":"0.11.1"}
        parallelLevel: 2
        #^^^^^^^^^^^^ key {"version":"0.11.0","key":"parallelLevel","since":"0.11.1"}
      `,
    },
    {
      name: 'DALI in 0.8.2',
      host: torchserveVersion('0.8.2'),
      source: yaml`
        dali:
        #^^^ dali {"version":"0.8.2","since":"0.9.0"}
          seed: 1
      `,
    },
    {
      name: 'd02034: as it was recorded',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        sequenceTimeoutMSec: yes
        # @1:1-1:20 key {"version":"0.11.1","key":"sequenceTimeoutMSec","since":"0.12.0"}
      `,
    },
  ],
});
