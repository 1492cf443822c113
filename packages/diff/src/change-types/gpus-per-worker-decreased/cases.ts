import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { gpusPerWorkerDecreased } from './change-type.ts';

export const cases = defineCases(gpusPerWorkerDecreased, {
  changed: [
    {
      name: 'another nproc-per-node',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          #               ^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: '8 GPUs', head: '4 GPUs' }, impact: 'dangerous' }],
    },
    {
      name: 'a number in quotes, which TorchServe ignores',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: "8"
          #               ^^^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: '8 GPUs', head: '1 GPU' }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
      `,
    },
    {
      name: 'torchrun is not used without a parallel type',
      base: yaml`
        torchrun:
          nproc-per-node: 8
      `,
      head: yaml`
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'no GPU on either side',
      host: gpus(0),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
  ],
});
