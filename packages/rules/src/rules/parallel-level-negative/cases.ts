import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { parallelLevelNegative } from './rule.ts';

export const cases = defineCases(parallelLevelNegative, {
  valid: [
    {
      name: 'a level',
      example: true,
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'zero, which is the default',
      source: yaml`
        parallelLevel: 0
      `,
    },
  ],
  invalid: [
    {
      name: 'below zero, after torchrun',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        parallelLevel: -3
        #              ^^ negative {"written":-3,"value":4}
      `,
    },
    {
      name: 'a31_order4: as it was recorded',
      source: yaml`
        torchrun:
          nproc-per-node: 4
        parallelLevel: -3
        # @3:16-3:18 negative {"written":-3,"value":4}
      `,
    },
  ],
});
