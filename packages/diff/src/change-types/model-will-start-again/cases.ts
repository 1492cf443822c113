import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { soundFile, startFailures } from '../../testing/start-failures.ts';
import { modelWillStartAgain } from './change-type.ts';

export const cases = defineCases(modelWillStartAgain, {
  changed: [
    {
      name: 'as many GPUs as the host has',
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
        torchrun:
          nproc-per-node: 4
          #               ^ not
      `,
      expected: [
        {
          messageId: 'not-enough-devices',
          params: { kind: 'not-enough-devices', needed: 8, available: 4 },
          impact: 'non-breaking',
        },
      ],
    },
    ...startFailures.map((failure) => ({
      name: `no longer for the reason ${failure.kind}`,
      host: failure.host,
      base: failure.source,
      head: soundFile(failure),
      expected: [{ messageId: failure.kind, params: failure.params, impact: 'non-breaking' as const }],
    })),
  ],
  unchanged: [
    {
      name: 'a model that starts on both sides',
      base: yaml`
        batchSize: 1
      `,
      head: yaml`
        batchSize: 2
      `,
    },
  ],
});
