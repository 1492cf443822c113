import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { torchrunUnknownKey } from './rule.ts';

export const cases = defineCases(torchrunUnknownKey, {
  valid: [
    {
      name: 'torchrun-options: all keys',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nnodes: 1
          nproc-per-node: 2
          rdzv-backend: static
          rdzv-endpoint: localhost:29777
          rdzv-conf: timeout=10
          monitor-interval: 9
          node-rank: 0
          OMP_NUMBER_THREADS: 6
      `,
    },
    {
      name: "the environment variable's name, which has a rule of its own",
      source: yaml`
        torchrun:
          OMP_NUM_THREADS: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'underscores',
      example: true,
      source: yaml`
        parallelType: tp
        torchrun:
          nproc_per_node: 4
        # ^^^^^^^^^^^^^^ nearMiss {"key":"nproc_per_node","meant":"nproc-per-node","value":"1"}
      `,
      fixed: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a key with a default of its own',
      source: yaml`
        torchrun:
          rdzv_backend: static
        # ^^^^^^^^^^^^ nearMiss {"key":"rdzv_backend","meant":"rdzv-backend","value":"c10d"}
      `,
      fixed: yaml`
        torchrun:
          rdzv-backend: static
      `,
    },
    {
      name: 'options of torchrun that TorchServe sets itself',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          max-restarts: 3
        # ^^^^^^^^^^^^ unsupported {"key":"max-restarts"}
          rdzv-id: job
        # ^^^^^^^ unsupported {"key":"rdzv-id"}
      `,
    },
    {
      name: 'a key of the top level',
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
          batchSize: 2
        # ^^^^^^^^^ misplaced {"key":"batchSize"}
      `,
    },
    {
      name: 'another letter case',
      source: yaml`
        torchrun:
          omp_number_threads: 4
        # ^^^^^^^^^^^^^^^^^^ nearMiss {"key":"omp_number_threads","meant":"OMP_NUMBER_THREADS","value":"1"}
      `,
      fixed: yaml`
        torchrun:
          OMP_NUMBER_THREADS: 4
      `,
    },
  ],
});
