import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, withProperties } from '../../testing/define-cases.ts';
import { deviceIdsOutOfRange } from './rule.ts';

export const cases = defineCases(deviceIdsOutOfRange, {
  valid: [
    {
      name: 'GPUs of the host',
      example: true,
      host: gpus(4),
      source: yaml`
        deviceIds: [0, 3]
      `,
    },
    {
      name: 'on an unknown host every id may exist',
      source: yaml`
        deviceIds: [0, 7]
      `,
    },
  ],
  invalid: [
    {
      name: 'deviceids-out-of-range: one too many',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        deviceIds: [0, 4]
        #              ^ beyond {"id":4,"last":3}
      `,
    },
    {
      name: 'limited by config.properties',
      host: { ...gpus(8), ...withProperties('number_of_gpu=2') },
      source: yaml`
        deviceIds: [0, 2]
        #              ^ beyond {"id":2,"last":1}
      `,
    },
    {
      name: 'a33_dev2: a negative id',
      source: yaml`
        deviceIds: [0, 1, 1, -1]
        #                    ^^ negative {"id":-1}
      `,
    },
    {
      name: 'on the CPU of a host with GPUs',
      host: gpus(4),
      source: yaml`
        deviceType: cpu
        deviceIds: [4, -1]
        #           ^ onCpu {"id":4}
        # @2:16-2:18 onCpu {"id":-1}
      `,
    },
    {
      name: 'no GPU at all',
      host: gpus(0),
      source: yaml`
        deviceIds: [0]
        #           ^ noGpus {"id":0}
      `,
    },
  ],
});
