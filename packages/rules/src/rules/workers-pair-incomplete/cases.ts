import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, withProperties } from '../../testing/define-cases.ts';
import { workersPairIncomplete } from './rule.ts';

export const cases = defineCases(workersPairIncomplete, {
  valid: [
    {
      name: 'cpu-min-max: both',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'no-workers-keys-4gpus: neither, which another rule reports',
      host: gpus(4),
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'both, of which TorchServe does not take one: the wrong type is the one fault',
      source: yaml`
        minWorkers: "3"
        maxWorkers: 3
      `,
    },
    {
      name: 'both, of which one is null',
      source: yaml`
        minWorkers: 3
        maxWorkers:
      `,
    },
    {
      name: 'one, which is null',
      source: yaml`
        minWorkers:
      `,
    },
    {
      name: 'a snapshot, which replaces both',
      host: { entry: 'snapshot' },
      source: yaml`
        minWorkers: 3
      `,
    },
    {
      name: 'a file that the frontend cannot read',
      source: yaml`
        minWorkers: *foo
      `,
    },
  ],
  invalid: [
    {
      name: 'minWorkers alone, on an unknown host',
      example: true,
      source: yaml`
        minWorkers: 3
        #           ^ anyHost {"key":"minWorkers","missing":"maxWorkers"}
      `,
    },
    {
      name: 'min-only: minWorkers alone',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 3
        #           ^ startup {"key":"minWorkers","missing":"maxWorkers","workers":4}
      `,
    },
    {
      name: 'max-only: maxWorkers alone',
      host: gpus(4),
      source: yaml`
        maxWorkers: 3
        #           ^ startup {"key":"maxWorkers","missing":"minWorkers","workers":4}
      `,
    },
    {
      name: 'a wrong type, after the mending of which the pair is still incomplete',
      host: gpus(4),
      source: yaml`
        minWorkers: "3"
        #           ^^^ startup {"key":"minWorkers","missing":"maxWorkers","workers":4}
      `,
    },
    {
      name: 'on a host with a default of its own',
      host: withProperties('default_workers_per_model=2'),
      source: yaml`
        minWorkers: 3
        #           ^ startup {"key":"minWorkers","missing":"maxWorkers","workers":2}
      `,
    },
    {
      name: 'the models property has another number',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"minWorkers":5,"maxWorkers":5}}}'),
      source: yaml`
        minWorkers: 3
        #           ^ startup {"key":"minWorkers","missing":"maxWorkers","workers":5}
      `,
    },
    {
      name: 'registered through the API',
      host: { entry: 'register-api' },
      source: yaml`
        minWorkers: 3
        #           ^ register {"key":"minWorkers","missing":"maxWorkers","workers":0}
      `,
    },
  ],
});
