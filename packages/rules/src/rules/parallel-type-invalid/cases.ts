import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { parallelTypeInvalid } from './rule.ts';

export const cases = defineCases(parallelTypeInvalid, {
  valid: [
    {
      name: 'd01794: another letter case',
      source: yaml`
        parallelType: TP
      `,
    },
    {
      name: 'pptp',
      example: true,
      source: yaml`
        parallelType: pptp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'custom, since 0.11.1',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        parallelType: custom
        parallelLevel: 1
      `,
    },
    {
      name: 'd02582: the empty text counts as not set',
      source: yaml`
        parallelType: ""
      `,
    },
    {
      name: 'd02506: an explicit null, which another rule reports',
      source: yaml`
        parallelType: 
      `,
    },
  ],
  invalid: [
    {
      name: 'torchrun-invalid-type: a name of PyTorch',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: ddp
        #             ^^^ unknown {"written":"ddp"}
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a list',
      source: yaml`
        parallelType: [tp]
        #             ^^^^ unknown {"written":"[tp]"}
      `,
    },
    {
      name: 'white space',
      source: yaml`
        parallelType: "pp "
        #             ^^^^^ unknown {"written":"\\"pp \\""}
      `,
    },
    {
      name: 'custom before 0.11.1',
      host: torchserveVersion('0.11.0'),
      source: yaml`
        parallelType: custom
        #             ^^^^^^ customTooNew {"written":"custom","version":"0.11.0"}
      `,
    },
  ],
});
