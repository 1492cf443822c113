import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { strategySectionUnused } from './rule.ts';

export const cases = defineCases(strategySectionUnused, {
  valid: [
    {
      name: 'pippy with pp',
      example: true,
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
          chunks: 1
      `,
    },
    {
      name: 'deepspeed with tp',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        deepspeed:
          config: ds-config.json
      `,
    },
    {
      name: 'pptp is both',
      source: yaml`
        parallelType: pptp
        torchrun:
          nproc-per-node: 4
        pippy:
          chunks: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'no type',
      example: true,
      source: yaml`
        torchrun:
          nproc-per-node: 4
        pippy:
        #^^^^ plain {"section":"pippy","wanted":"pp"}
          chunks: 1
      `,
    },
    {
      name: 'a type that TorchServe drops',
      source: yaml`
        parallelType: tp
        deepspeed:
        #^^^^^^^^ plain {"section":"deepspeed","wanted":"tp"}
          config: ds-config.json
      `,
    },
    {
      name: 'custom',
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
        deepspeed:
        #^^^^^^^^ custom {"section":"deepspeed","wanted":"tp"}
          config: ds-config.json
      `,
    },
    {
      name: 'another type',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        pippy:
        #^^^^ otherType {"section":"pippy","wanted":"pp","type":"tp"}
          chunks: 1
      `,
    },
  ],
});
