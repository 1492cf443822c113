import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { deviceIdsWrongType } from './rule.ts';

export const cases = defineCases(deviceIdsWrongType, {
  valid: [
    {
      name: 'd03398: a list of integers',
      source: yaml`
        deviceIds: [1,0]
      `,
    },
    {
      name: 'on lines of their own',
      example: true,
      source: yaml`
        deviceIds:
          - 0
          - 1
      `,
    },
    {
      name: 'a35_dev4: the empty list counts as not set',
      source: yaml`
        deviceIds: []
      `,
    },
    {
      name: 'd00714: an explicit null, which another rule reports',
      source: yaml`
        deviceIds: null
      `,
    },
  ],
  invalid: [
    {
      name: 'd00200: a text',
      example: true,
      source: yaml`
        deviceIds: "0,1"
        #          ^^^^^ notList {"written":"\\"0,1\\""}
      `,
      fixed: yaml`
        deviceIds: [0, 1]
      `,
    },
    {
      name: 'a text, on the CPU',
      host: gpus(4),
      source: yaml`
        deviceType: cpu
        deviceIds: 1
        #          ^ notListOnCpu {"written":"1"}
      `,
    },
    {
      name: 'a number with a dot, on a host without GPUs',
      host: gpus(0),
      source: yaml`
        deviceIds: [0.5]
        #           ^^^ elementOnCpu {"written":"0.5"}
      `,
    },
    {
      name: 'a single number',
      source: yaml`
        deviceIds: 0
        #          ^ notList {"written":"0"}
      `,
    },
    {
      name: 'a32_dev: one quoted id',
      example: true,
      source: yaml`
        deviceIds: [0, 1, "2"]
        #                 ^^^ element {"written":"\\"2\\""}
      `,
      fixed: yaml`
        deviceIds: [0, 1, 2]
      `,
    },
    {
      name: 'd03562: a number with a dot',
      source: yaml`
        deviceIds: [0, 1.0]
        #              ^^^ element {"written":"1.0"}
      `,
    },
    {
      name: 'an id of more than 32 bits',
      source: yaml`
        deviceIds: [0, 2147483648]
        #              ^^^^^^^^^^ element {"written":"2147483648"}
      `,
    },
    {
      name: 'd01002: a list in the list',
      source: yaml`
        deviceIds: [[0]]
        #           ^^^ element {"written":"[0]"}
      `,
    },
  ],
});
