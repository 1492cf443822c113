import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { workersOverrideInitialWorkers } from './rule.ts';

export const cases = defineCases(workersOverrideInitialWorkers, {
  valid: [
    {
      name: 'cpu-min-max: at startup there is no request',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'the request decides',
      example: true,
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'half a pair does not count',
      host: { entry: 'register-api' },
      source: yaml`
        minWorkers: 2
      `,
    },
    {
      name: 'a pair that does not count',
      host: { entry: 'register-api' },
      source: yaml`
        minWorkers: 2
        maxWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'the file decides',
      example: true,
      host: { entry: 'register-api' },
      source: yaml`
        minWorkers: 2
        #           ^ overrides {"min":2,"max":4}
        maxWorkers: 4
      `,
    },
  ],
});
