import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { rendezvousEndpointRemoved } from './change-type.ts';

export const cases = defineCases(rendezvousEndpointRemoved, {
  changed: [
    {
      name: 'an address that went',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: host-1:29400
          #              ^^^^^^^^^^^^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
        # @2:1-2:9 changed nearest
      `,
      expected: [
        {
          messageId: 'changed',
          params: { base: 'host-1:29400', head: 'none (default)' },
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
