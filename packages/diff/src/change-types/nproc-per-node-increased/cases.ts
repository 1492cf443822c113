import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { nprocPerNodeIncreased } from './change-type.ts';

export const cases = defineCases(nprocPerNodeIncreased, {
  changed: [
    {
      name: 'on CPU',
      example: true,
      base: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          #               ^ changed
      `,
      head: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          #               ^ changed
      `,
      expected: [
        { messageId: 'changed', params: { base: '2 processes', head: '4 processes' }, impact: 'dangerous' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'on GPUs, one for each process',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'the other way',
      base: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
});
