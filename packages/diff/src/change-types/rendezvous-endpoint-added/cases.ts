import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { rendezvousEndpointAdded } from './change-type.ts';

export const cases = defineCases(rendezvousEndpointAdded, {
  changed: [
    {
      name: 'a new address',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        # @2:1-2:9 changed nearest
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: host-1:29400
          #              ^^^^^^^^^^^^ changed
      `,
      expected: [
        {
          messageId: 'changed',
          params: { base: 'none (default)', head: 'host-1:29400' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'another address',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: host-1:29400
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: host-2:29400
      `,
    },
  ],
});
