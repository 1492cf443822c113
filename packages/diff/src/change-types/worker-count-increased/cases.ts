import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { workerCountIncreased } from './change-type.ts';

export const cases = defineCases(workerCountIncreased, {
  changed: [
    {
      name: 'a higher minWorkers',
      example: true,
      host: gpus(8),
      base: yaml`
        minWorkers: 1
        #           ^ changed
        maxWorkers: 8
      `,
      head: yaml`
        minWorkers: 3
        #           ^ changed
        maxWorkers: 8
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '1 worker', head: '3 workers', device: 'gpu' },
          impact: 'dangerous',
        },
      ],
    },
    {
      name: 'on CPU',
      base: yaml`
        deviceType: cpu
        minWorkers: 1
        #           ^ changed
        maxWorkers: 8
      `,
      head: yaml`
        deviceType: cpu
        minWorkers: 2
        #           ^ changed
        maxWorkers: 8
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '1 worker', head: '2 workers', device: 'cpu' },
          impact: 'non-breaking',
        },
      ],
    },
    {
      name: 'both keys gone: one worker for each GPU of the host',
      host: gpus(4),
      base: yaml`
        batchSize: 2
        minWorkers: 1
        #           ^ changed
        maxWorkers: 8
      `,
      head: yaml`
        batchSize: 2
        # @1:1-1:13 changed nearest
      `,
      expected: [
        {
          messageId: 'changed',
          params: { key: 'minWorkers', base: '1 worker', head: '4 workers (default)', device: 'gpu' },
          impact: 'dangerous',
        },
      ],
    },
  ],
  unchanged: [
    {
      name: 'fewer workers',
      base: yaml`
        minWorkers: 3
        maxWorkers: 8
      `,
      head: yaml`
        minWorkers: 1
        maxWorkers: 8
      `,
    },
    {
      name: 'the GPUs have no room for more',
      host: gpus(4),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        minWorkers: 1
        maxWorkers: 8
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        minWorkers: 2
        maxWorkers: 8
      `,
    },
  ],
});
