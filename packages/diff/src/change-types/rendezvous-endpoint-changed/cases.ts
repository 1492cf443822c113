import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { rendezvousEndpointChanged } from './change-type.ts';

export const cases = defineCases(rendezvousEndpointChanged, {
  changed: [
    {
      name: 'another address',
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
          rdzv-endpoint: host-2:29400
          #              ^^^^^^^^^^^^ changed
      `,
      expected: [
        { messageId: 'changed', params: { base: 'host-1:29400', head: 'host-2:29400' }, impact: 'dangerous' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'an address where there was none',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: host-1:29400
      `,
    },
    {
      name: 'a bare port is no address',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-endpoint: 29400
      `,
    },
  ],
});
