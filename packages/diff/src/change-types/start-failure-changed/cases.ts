import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { startFailures } from '../../testing/start-failures.ts';
import { startFailureChanged } from './change-type.ts';

export const cases = defineCases(startFailureChanged, {
  changed: [
    {
      name: 'a level without torchrun instead of too few GPUs',
      example: true,
      host: gpus(4),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ not
      `,
      head: yaml`
        parallelType: tp
        parallelLevel: 4
        #              ^ not
      `,
      expected: [
        {
          messageId: 'parallel-level-without-torchrun',
          params: { kind: 'parallel-level-without-torchrun' },
          impact: 'non-breaking',
        },
      ],
    },
    ...startFailures.map((failure) => ({
      name: `now for the reason ${failure.kind}`,
      host: { ...failure.host, gpus: 4 },
      base:
        failure.kind === 'level-below-nproc'
          ? yaml`
              parallelType: tp
              parallelLevel: 4
              #              ^ not
            `
          : yaml`
              parallelType: tp
              torchrun:
                nproc-per-node: 4
              parallelLevel: 2
              #              ^ not
            `,
      head: failure.source,
      expected: [
        {
          messageId: failure.kind,
          params: failure.params,
          impact: failure.kind === 'server-exits' ? ('dangerous' as const) : ('non-breaking' as const),
        },
      ],
    })),
  ],
  unchanged: [
    {
      name: 'the same reason with other numbers',
      host: gpus(1),
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
      name: 'a model that starts at head',
      base: yaml`
        - parallelType
      `,
      head: yaml`
        batchSize: 1
      `,
    },
  ],
});
