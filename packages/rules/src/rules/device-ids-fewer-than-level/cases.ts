import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { deviceIdsFewerThanLevel } from './rule.ts';

export const cases = defineCases(deviceIdsFewerThanLevel, {
  valid: [
    {
      name: 'tp-deviceids: enough for two workers',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        deviceIds: [1, 3, 5, 7]
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'tp-capacity-zero: without deviceIds another rule speaks',
      host: gpus(2),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'on the CPU',
      source: yaml`
        deviceType: cpu
        deviceIds: [0]
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-deviceids-too-few: one of two',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceIds: [1]
        #          ^^^ tooFew {"needed":2,"available":1}
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'on an unknown host',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deviceIds: [0, 1]
        #          ^^^^^^ tooFew {"needed":4,"available":2}
      `,
    },
  ],
});
