import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { firstGpuIsOne } from './rule.ts';

export const cases = defineCases(firstGpuIsOne, {
  valid: [
    {
      name: 'deviceids-order: the GPUs are named',
      host: gpus(4),
      source: yaml`
        minWorkers: 3
        maxWorkers: 3
        deviceIds: [3, 1]
      `,
    },
    {
      name: 'gpu-one-worker-1gpu: a single GPU',
      example: true,
      host: gpus(1),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'gpu-five-workers-4gpus: every GPU is used',
      host: gpus(4),
      source: yaml`
        minWorkers: 5
        maxWorkers: 5
      `,
    },
    {
      name: 'device-cpu-on-gpu-host: no GPU at all',
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
      name: 'gpu-one-worker-4gpus: one worker on four GPUs',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        #           ^ notFirst {"gpu":1}
        maxWorkers: 1
      `,
    },
  ],
});
