import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { parentVisibleDevicesIgnored } from './rule.ts';

export const cases = defineCases(parentVisibleDevicesIgnored, {
  valid: [
    {
      name: 'tp-4: a server that sees all GPUs',
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
      name: 'the first GPUs, which are the same',
      host: { parentVisibleDevices: [0, 1, 2, 3] },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'the last GPUs of the host',
      example: true,
      host: { parentVisibleDevices: [4, 5, 6, 7] },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        #                 ^ escapes {"parent":"4,5,6,7","visible":"0,1,2,3"}
      `,
    },
  ],
});
