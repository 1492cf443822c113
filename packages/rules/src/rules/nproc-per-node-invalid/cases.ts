import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { nprocPerNodeInvalid } from './rule.ts';

export const cases = defineCases(nprocPerNodeInvalid, {
  valid: [
    {
      name: 'an integer',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
      `,
    },
    {
      name: 'd01320: a sign',
      source: yaml`
        torchrun:
          nproc-per-node: +3
      `,
    },
    {
      name: 'one process',
      source: yaml`
        torchrun:
          nproc-per-node: 1
      `,
    },
    {
      name: 'a27_torchempty: not set',
      source: yaml`
        torchrun: {}
        parallelType: tp
      `,
    },
    {
      name: 'an unrendered template, which has a rule of its own',
      source: yaml`
        torchrun:
          nproc-per-node: \${GPUS}
      `,
    },
  ],
  invalid: [
    {
      name: 'torchrun-nproc-string: quoted',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: "2"
        #                 ^^^ quoted {"written":"\\"2\\"","integer":"2"}
      `,
      fixed: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'd01110: a word of torchrun',
      example: true,
      source: yaml`
        torchrun: {nproc-per-node: gpu}
        #                          ^^^ text {"written":"gpu"}
      `,
    },
    {
      name: 'zero',
      source: yaml`
        torchrun:
          nproc-per-node: 0
        #                 ^ notPositive {"written":"0"}
      `,
    },
    {
      name: 'empty',
      source: yaml`
        torchrun:
          nproc-per-node:
          nnodes: 1
        # @2:18-2:18 empty
      `,
    },
    {
      name: 'd03288: a float',
      source: yaml`
        torchrun:
            nproc-per-node: .inf
        #                   ^^^^ other {"written":".inf"}
        deviceIds: [0]
      `,
    },
    {
      name: 'more than 32 bits',
      source: yaml`
        torchrun:
          nproc-per-node: 2147483648
        #                 ^^^^^^^^^^ other {"written":"2147483648"}
      `,
    },
  ],
});
