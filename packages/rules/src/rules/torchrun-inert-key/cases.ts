import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { torchrunInertKey } from './rule.ts';

export const cases = defineCases(torchrunInertKey, {
  valid: [
    {
      name: 'keys that are passed',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-backend: static
      `,
    },
    {
      name: 'torchrun itself is not used',
      source: yaml`
        torchrun:
          nproc-per-node: 2
          node-rank: 1
      `,
    },
    {
      name: 'a value that is dropped for its type',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          monitor-interval: "5"
      `,
    },
  ],
  invalid: [
    {
      name: 'an interval',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          monitor-interval: 5
        # ^^^^^^^^^^^^^^^^ inert {"key":"torchrun.monitor-interval"}
      `,
    },
    {
      name: 'd00572: as it was recorded',
      source: yaml`
        sequenceMaxIdleMSec: -.5
        torchrun:
          monitor-interval: 4
        parallelType: TP
        # @3:3-3:19 inert {"key":"torchrun.monitor-interval"}
      `,
    },
  ],
});
