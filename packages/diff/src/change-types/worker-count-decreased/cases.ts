import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { workerCountDecreased } from './change-type.ts';

export const cases = defineCases(workerCountDecreased, {
  changed: [
    {
      name: 'a lower minWorkers',
      example: true,
      host: gpus(8),
      base: yaml`
        minWorkers: 3
        #           ^ changed
        maxWorkers: 8
      `,
      head: yaml`
        minWorkers: 1
        #           ^ changed
        maxWorkers: 8
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '3 workers', head: '1 worker', isNone: false },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'larger workers, for which the GPUs have less room',
      example: true,
      host: gpus(8),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        minWorkers: 2
        #           ^ changed
        maxWorkers: 2
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ changed
        minWorkers: 2
        maxWorkers: 2
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '2 workers', head: '1 worker (cut to the GPUs)', isNone: false },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'no room for any',
      host: gpus(4),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        minWorkers: 1
        #           ^ changed
        maxWorkers: 1
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ changed
        minWorkers: 1
        maxWorkers: 1
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '1 worker', head: '0 workers (cut to the GPUs)', isNone: true },
          impact: 'breaking',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'more workers',
      base: yaml`
        minWorkers: 1
        maxWorkers: 8
      `,
      head: yaml`
        minWorkers: 3
        maxWorkers: 8
      `,
    },
    {
      name: 'minWorkers above maxWorkers: both keys are ignored on both sides',
      base: yaml`
        minWorkers: 5
        maxWorkers: 4
      `,
      head: yaml`
        minWorkers: 6
        maxWorkers: 4
      `,
    },
  ],
});
