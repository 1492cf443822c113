import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { gpusPerWorkerIncreased } from './change-type.ts';

export const cases = defineCases(gpusPerWorkerIncreased, {
  changed: [
    {
      name: 'another nproc-per-node',
      example: true,
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          #               ^ changed
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: '4 GPUs', head: '8 GPUs' }, impact: 'dangerous' }],
    },
    {
      name: 'torchrun last in the file has the last word',
      base: yaml`
        parallelType: custom
        asyncCommunication: true
        torchrun:
          nproc-per-node: 4
        parallelLevel: 2
        #              ^ changed
      `,
      head: yaml`
        parallelType: custom
        asyncCommunication: true
        parallelLevel: 2
        torchrun:
          nproc-per-node: 4
          #               ^ changed
      `,
      expected: [{ messageId: 'changed', params: { base: '2 GPUs', head: '4 GPUs' }, impact: 'dangerous' }],
    },
  ],
  unchanged: [
    {
      name: 'the other way',
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
    {
      name: 'torchrun is not used without a parallel type',
      base: yaml`
        torchrun:
          nproc-per-node: 4
      `,
      head: yaml`
        torchrun:
          nproc-per-node: 8
      `,
    },
    {
      name: 'no GPU on either side',
      host: gpus(0),
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
  ],
});
