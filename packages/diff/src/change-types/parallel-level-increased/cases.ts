import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { parallelLevelIncreased } from './change-type.ts';

export const cases = defineCases(parallelLevelIncreased, {
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
      expected: [{ messageId: 'changed', params: { base: 2, head: 4 }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'on GPUs, where it is the number of GPUs',
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
