import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { parallelTypeWithoutLevel } from './rule.ts';

export const cases = defineCases(parallelTypeWithoutLevel, {
  valid: [
    {
      name: 'pp-4: torchrun sets the level',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: pp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'torchrun-empty-map: an empty torchrun sets 1',
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun: {}
      `,
    },
    {
      name: 'no type',
      source: yaml`
        minWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'nothing sets the level',
      example: true,
      source: yaml`
        parallelType: tp
        #             ^^ torchrun {"type":"tp"}
      `,
    },
    {
      name: 'a level of zero',
      source: yaml`
        parallelType: pp
        #             ^^ torchrun {"type":"pp"}
        parallelLevel: 0
      `,
    },
    {
      name: 'a torchrun without content',
      source: yaml`
        parallelType: pptp
        #             ^^^^ torchrun {"type":"pptp"}
        torchrun:
      `,
    },
    {
      name: 'custom',
      source: yaml`
        parallelType: custom
        #             ^^^^^^ custom
        asyncCommunication: true
      `,
    },
  ],
});
