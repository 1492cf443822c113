import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { minWorkersClamped } from './rule.ts';

export const cases = defineCases(minWorkersClamped, {
  valid: [
    {
      name: 'one worker',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'a text, which has a rule of its own',
      source: yaml`
        minWorkers: "0"
        maxWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'no worker wanted',
      example: true,
      source: yaml`
        minWorkers: 0
        #           ^ raised {"written":0}
        maxWorkers: 1
      `,
    },
    {
      name: 'until 0.9.0',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        minWorkers: -1
        #           ^^ dropped {"written":-1}
        maxWorkers: 1
      `,
    },
    {
      name: 'd02670: as it was recorded',
      source: yaml`
        minWorkers: 00
        # @1:13-1:15 raised {"written":0}
      `,
    },
  ],
});
