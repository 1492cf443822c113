import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { torchrunOnCpu } from './rule.ts';

export const cases = defineCases(torchrunOnCpu, {
  valid: [
    {
      name: 'tp-4: GPUs',
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
      name: 'device-cpu-on-gpu-host: a plain worker on the CPU',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceType: cpu
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-on-cpu: no GPU on the host',
      example: true,
      host: gpus(0),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        #             ^^ noGpus {"ranks":2}
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'tp-device-cpu-on-gpu: the CPU on a host with GPUs',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceType: cpu
        #           ^^^ declared {"ranks":2}
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
});
