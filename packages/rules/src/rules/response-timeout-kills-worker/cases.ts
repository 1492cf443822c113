import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { responseTimeoutKillsWorker } from './rule.ts';

export const cases = defineCases(responseTimeoutKillsWorker, {
  valid: [
    {
      name: 'the default, written down',
      example: true,
      source: yaml`
        responseTimeout: 120
      `,
    },
    {
      name: 'not set',
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'a value that TorchServe does not take',
      source: yaml`
        responseTimeout: 0
      `,
    },
    {
      name: 'a model that can be slow, which another rule reports',
      source: yaml`
        parallelType: tp
        responseTimeout: 60
      `,
    },
    {
      name: 'asynchronous workers have no such timeout',
      source: yaml`
        asyncCommunication: true
        responseTimeout: 60
      `,
    },
    {
      name: 'a snapshot, which replaces it',
      host: { entry: 'snapshot' },
      source: yaml`
        responseTimeout: 60
      `,
    },
  ],
  invalid: [
    {
      name: 'meant as the time of a request',
      example: true,
      source: yaml`
        responseTimeout: 5
        #                ^ low {"seconds":5}
      `,
    },
    {
      name: 'the shortest',
      source: yaml`
        responseTimeout: 1
        #                ^ low {"seconds":1}
      `,
    },
    {
      name: 'a little below the default',
      source: yaml`
        responseTimeout: 119
        #                ^^^ low {"seconds":119}
      `,
    },
    {
      name: 'octal-and-sexagesimal: in base 60',
      source: yaml`
        minWorkers: 01
        maxWorkers: 02
        responseTimeout: 1:30
        #                ^^^^ low {"seconds":90}
      `,
    },
  ],
});
