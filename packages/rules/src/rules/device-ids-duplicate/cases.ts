import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deviceIdsDuplicate } from './rule.ts';

export const cases = defineCases(deviceIdsDuplicate, {
  valid: [
    {
      name: 'every GPU once',
      example: true,
      source: yaml`
        deviceIds: [0, 1]
      `,
    },
    {
      name: 'TorchServe drops the list for another reason',
      source: yaml`
        deviceIds: [0, 0, -1]
      `,
    },
    {
      name: 'on the CPU nobody uses the list',
      source: yaml`
        deviceType: cpu
        deviceIds: [0, 0]
      `,
    },
  ],
  invalid: [
    {
      name: 'of a parallel model',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        deviceIds: [1, 1]
        #              ^ parallel {"id":1}
      `,
    },
    {
      name: 'd00298: the same GPU and nothing else',
      source: yaml`
        useJobTicket: y
        deviceIds: [0, 0]
        #              ^ plain {"id":0}
        useVenv: y
      `,
    },
    {
      name: 'of plain workers',
      source: yaml`
        minWorkers: 3
        maxWorkers: 3
        deviceIds: [0, 1, 0]
        #                 ^ plain {"id":0}
      `,
    },
  ],
});
