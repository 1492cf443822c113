import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deviceIdsOnCpu } from './rule.ts';

export const cases = defineCases(deviceIdsOnCpu, {
  valid: [
    {
      name: 'GPUs of a model on GPUs',
      example: true,
      source: yaml`
        deviceType: gpu
        deviceIds: [0, 1]
      `,
    },
    {
      name: 'an empty list',
      source: yaml`
        deviceType: cpu
        deviceIds: []
      `,
    },
  ],
  invalid: [
    {
      name: 'GPUs of a model on the CPU',
      example: true,
      source: yaml`
        deviceType: cpu
        deviceIds: [0, 1] # two
        #^^^^^^^^ onCpu
      `,
      fixed: yaml`
        deviceType: cpu
        # two
      `,
    },
    {
      name: 'd01468: as it was recorded',
      source: yaml`
        deviceType: cpu
        deviceIds: [1:30]
        # @2:1-2:10 onCpu
      `,
      fixed: yaml`
        deviceType: cpu
      `,
    },
  ],
});
