import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { clientTimeoutHangs } from './rule.ts';

export const cases = defineCases(clientTimeoutHangs, {
  valid: [
    {
      name: 'off',
      example: true,
      source: yaml`
        clientTimeoutInMills: 0
      `,
    },
    {
      name: 'less than nothing counts as off',
      source: yaml`
        clientTimeoutInMills: -1
      `,
    },
    {
      name: 'a value that TorchServe does not take',
      source: yaml`
        clientTimeoutInMills: 3000000000
      `,
    },
  ],
  invalid: [
    {
      name: 'on',
      example: true,
      source: yaml`
        clientTimeoutInMills: 5000
        #                     ^^^^ hangs {"milliseconds":5000}
      `,
    },
    {
      name: 'd00878: less than a second',
      source: yaml`
        clientTimeoutInMills: 778
        #                     ^^^ hangs {"milliseconds":778}
      `,
    },
    {
      name: 'the shortest',
      source: yaml`
        clientTimeoutInMills: 1
        # @1:23-1:24 hangs {"milliseconds":1}
      `,
    },
  ],
});
