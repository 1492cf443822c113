import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, withProperties } from '../../testing/define-cases.ts';
import { notEnoughGpus } from './rule.ts';

export const cases = defineCases(notEnoughGpus, {
  valid: [
    {
      name: 'tp-4: exactly enough',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'on an unknown host',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 16
      `,
    },
    {
      name: 'tp-on-cpu: on the CPU nothing is counted',
      host: gpus(0),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'tp-deviceids-too-few: deviceIds, which have a rule of their own',
      host: gpus(8),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceIds: [1]
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-capacity-zero: half of what a worker needs',
      example: true,
      host: gpus(2),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        #                 ^ startup {"needed":4,"available":2}
      `,
    },
    {
      name: 'tp-number-of-gpu-limit: limited by config.properties',
      host: { ...gpus(8), ...withProperties('number_of_gpu=2') },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        #                 ^ startup {"needed":4,"available":2}
      `,
    },
    {
      name: 'through the register API',
      host: { ...gpus(2), ...{ entry: 'register-api' } },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        asyncCommunication: true
        parallelLevel: 4
        #              ^ register {"needed":4,"available":2}
      `,
    },
    {
      name: 'an empty list of deviceIds counts as not set',
      host: gpus(1),
      source: yaml`
        deviceIds: []
        parallelType: pp
        torchrun:
          nproc-per-node: 2
        #                 ^ startup {"needed":2,"available":1}
      `,
    },
    {
      name: 'more than any host has',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4000
        #                 ^^^^ anyHost {"needed":4000}
      `,
    },
  ],
});
