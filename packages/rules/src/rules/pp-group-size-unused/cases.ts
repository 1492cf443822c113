import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { ppGroupSizeUnused } from './rule.ts';

export const cases = defineCases(ppGroupSizeUnused, {
  valid: [
    {
      name: 'keys that the handler reads',
      example: true,
      source: yaml`
        parallelType: pp
        torchrun:
          nproc-per-node: 4
        pippy:
          chunks: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'a split that nobody makes',
      example: true,
      source: yaml`
        parallelType: pptp
        torchrun:
          nproc-per-node: 4
        pippy:
          pp_group_size: 2
        # ^^^^^^^^^^^^^ unread {"key":"pippy.pp_group_size"}
      `,
    },
    {
      name: 'a split that cannot be',
      source: yaml`
        parallelType: pptp
        torchrun:
          nproc-per-node: 4
        pippy:
          tp_group_size: 3
        # ^^^^^^^^^^^^^ notDividing {"key":"pippy.tp_group_size","size":"3","ranks":4}
      `,
    },
  ],
});
