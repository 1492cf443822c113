import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, torchserveVersion } from '../../testing/define-cases.ts';
import { workersMinGtMax } from './rule.ts';

export const cases = defineCases(workersMinGtMax, {
  valid: [
    {
      name: 'cpu-min-max: equal numbers',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'max-only: half a pair, which another rule reports',
      source: yaml`
        maxWorkers: 3
      `,
    },
    {
      name: 'a maxWorkers that TorchServe does not take',
      source: yaml`
        minWorkers: 3
        maxWorkers: -1
      `,
    },
    {
      name: 'a wrong type',
      source: yaml`
        minWorkers: 3
        maxWorkers: "2"
      `,
    },
    {
      name: 'before 0.10.0 a minWorkers of 0 is no number above another',
      host: torchserveVersion('0.9.0'),
      source: yaml`
        minWorkers: 0
        maxWorkers: 0
      `,
    },
    {
      name: 'a snapshot, which replaces both',
      host: { entry: 'snapshot' },
      source: yaml`
        minWorkers: 3
        maxWorkers: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'on an unknown host',
      example: true,
      source: yaml`
        minWorkers: 4
        maxWorkers: 2
        #           ^ anyHost {"min":4,"max":2}
      `,
    },
    {
      name: 'min-gt-max: one too many',
      host: gpus(4),
      source: yaml`
        minWorkers: 3
        maxWorkers: 2
        #           ^ startup {"min":3,"max":2,"workers":4}
      `,
    },
    {
      name: 'max-zero: no worker at most',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 0
        #           ^ startup {"min":1,"max":0,"workers":4}
      `,
    },
    {
      name: 'a minWorkers that counts as 1',
      host: gpus(4),
      source: yaml`
        minWorkers: 0
        maxWorkers: 0
        #           ^ startup {"min":1,"max":0,"workers":4}
      `,
    },
    {
      name: 'registered through the API',
      host: { entry: 'register-api' },
      source: yaml`
        minWorkers: 3
        maxWorkers: 2
        #           ^ register {"min":3,"max":2,"workers":0}
      `,
    },
  ],
});
