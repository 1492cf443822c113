import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { nprocPerNodeDecreased } from './change-type.ts';

export const cases = defineCases(nprocPerNodeDecreased, {
  changed: [
    {
      name: 'on CPU',
      example: true,
      base: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          #               ^ changed
      `,
      head: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 2
          #               ^ changed
      `,
      expected: [
        { messageId: 'changed', params: { base: '4 processes', head: '2 processes' }, impact: 'dangerous' },
      ],
    },
  ],
  unchanged: [
    {
      name: 'on GPUs, one for each process',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'the other way',
      base: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
      head: yaml`
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
