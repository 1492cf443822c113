import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { keyExplicitNull } from './rule.ts';

export const cases = defineCases(keyExplicitNull, {
  valid: [
    {
      name: 'a value, and no key at all',
      example: true,
      source: yaml`
        batchSize: 4
      `,
    },
    {
      name: 'nproc-per-node, which has a rule of its own, and a key of a handler',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node:
        handler:
          adapters:
      `,
    },
    {
      name: 'a key that this version does not read',
      host: torchserveVersion('0.11.1'),
      source: yaml`
        startupTimeout:
      `,
    },
  ],
  invalid: [
    {
      name: 'nothing behind the colon',
      example: true,
      source: yaml`
        batchSize:
        #^^^^^^^^ null {"key":"batchSize","value":"1"}
      `,
    },
    {
      name: 'null in words, and in torchrun',
      source: yaml`
        deviceType: ~
        #^^^^^^^^^ null {"key":"deviceType","value":"gpu (assumed)"}
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          nnodes: null
        # ^^^^^^ null {"key":"torchrun.nnodes","value":"1"}
      `,
    },
    {
      name: 'd03476: as it was recorded',
      source: yaml`
        useVenv: null
        # @1:1-1:8 null {"key":"useVenv","value":"false"}
      `,
    },
  ],
});
