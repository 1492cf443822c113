import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { soundFile, startFailures } from '../../testing/start-failures.ts';
import { modelWillNotStart } from './change-type.ts';

export const cases = defineCases(modelWillNotStart, {
  changed: [
    {
      name: 'more GPUs than the host has',
      example: true,
      host: gpus(4),
      base: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          #               ^ not
      `,
      head: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 8
          #               ^ not
      `,
      expected: [
        {
          messageId: 'not-enough-devices',
          params: { kind: 'not-enough-devices', needed: 8, available: 4 },
          impact: 'breaking',
        },
      ],
    },
    ...startFailures.map((failure) => ({
      name: `for the reason ${failure.kind}`,
      host: failure.host,
      base: soundFile(failure),
      head: failure.source,
      expected: [{ messageId: failure.kind, params: failure.params, impact: 'breaking' as const }],
    })),
  ],
  unchanged: [
    {
      name: 'a model that does not start on either side',
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
      name: 'a new file',
      base: null,
      head: yaml`
        - a
      `,
    },
  ],
});
