import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { rendezvousBackendChanged } from './change-type.ts';

export const cases = defineCases(rendezvousBackendChanged, {
  changed: [
    {
      name: 'another backend',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-backend: c10d
          #             ^^^^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-backend: etcd-v2
          #             ^^^^^^^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: 'c10d', head: 'etcd-v2' }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'the default written out',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          rdzv-backend: c10d
      `,
    },
  ],
});
