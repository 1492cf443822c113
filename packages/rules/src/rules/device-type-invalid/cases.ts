import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { deviceTypeInvalid } from './rule.ts';

export const cases = defineCases(deviceTypeInvalid, {
  valid: [
    {
      name: 'gpu',
      example: true,
      source: yaml`
        deviceType: gpu
      `,
    },
    {
      name: 'device-upper: another letter case',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceType: CPU
      `,
    },
    {
      name: 'a38_type3: the empty text counts as not set',
      source: yaml`
        deviceType: ""
        parallelType: ""
      `,
    },
    {
      name: 'an explicit null, which another rule reports',
      source: yaml`
        deviceType: ~
      `,
    },
  ],
  invalid: [
    {
      name: 'device-cuda-invalid: a name of PyTorch',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceType: cuda
        #           ^^^^ unknown {"written":"cuda"}
      `,
    },
    {
      name: 'a39_type4: white space',
      source: yaml`
        deviceType: " gpu"
        #           ^^^^^^ untrimmed {"written":"\\" gpu\\"","device":"gpu"}
        parallelType: pp 
      `,
      fixed: yaml`
        deviceType: gpu
        parallelType: pp 
      `,
    },
    {
      name: 'b18_multiline: a block text ends with a line break',
      source: yaml`
        deviceType: >
          gpu
        # @1:13-2:6 untrimmed {"written":"> gpu","device":"gpu"}
        parallelType: |
          tp
      `,
      fixed: yaml`
        deviceType: gpu
        parallelType: |
          tp
      `,
    },
    {
      name: 'a number',
      source: yaml`
        deviceType: 0
        #           ^ unknown {"written":"0"}
      `,
    },
  ],
});
