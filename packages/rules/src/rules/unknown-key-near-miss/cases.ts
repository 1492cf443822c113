import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion } from '../../testing/define-cases.ts';
import { unknownKeyNearMiss } from './rule.ts';

export const cases = defineCases(unknownKeyNearMiss, {
  valid: [
    {
      name: 'known keys, and sections of handlers',
      example: true,
      source: yaml`
        batchSize: 4
        handler:
          batch_size: 4
        pippy:
          chunks: 1
        pt2: inductor
        micro_batching:
          micro_batch_size: 2
      `,
    },
    {
      name: 'a section of its own',
      source: yaml`
        tokenizer:
          path: t
      `,
    },
    {
      name: 'a key that this version does not read',
      host: torchserveVersion('0.10.0'),
      source: yaml`
        parallelLevel: 2
      `,
    },
    {
      name: 'threads outside torchrun, which have a rule of their own',
      source: yaml`
        OMP_NUMBER_THREADS: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'another letter case',
      example: true,
      source: yaml`
        BatchSize: 4
        #^^^^^^^^ nearMiss {"key":"BatchSize","meant":"batchSize","value":"1"}
        maxBatchDelay: 100
      `,
      fixed: yaml`
        batchSize: 4
        maxBatchDelay: 100
      `,
    },
    {
      name: 'a44_case: case and underscores',
      source: yaml`
        BatchSize: 4
        #^^^^^^^^ nearMiss {"key":"BatchSize","meant":"batchSize","value":"1"}
        minworkers: 2
        #^^^^^^^^^ nearMiss {"key":"minworkers","meant":"minWorkers","value":"1 (assumed)"}
        min_workers: 3
        #^^^^^^^^^^ nearMiss {"key":"min_workers","meant":"minWorkers","value":"1 (assumed)"}
      `,
      fixed: yaml`
        batchSize: 4
        minworkers: 2
        min_workers: 3
      `,
    },
    {
      name: 'letters that changed places',
      source: yaml`
        respnoseTimeout: 300
        #^^^^^^^^^^^^^^ nearMiss {"key":"respnoseTimeout","meant":"responseTimeout","value":"120"}
      `,
    },
    {
      name: 'names of what is no number',
      source: yaml`
        paralleltype: tp
        #^^^^^^^^^^^ nearMiss {"key":"paralleltype","meant":"parallelType","value":"not set"}
        device_ids: [0]
        #^^^^^^^^^ nearMiss {"key":"device_ids","meant":"deviceIds","value":"not set"}
        use_venv: true
        #^^^^^^^ nearMiss {"key":"use_venv","meant":"useVenv","value":"false"}
      `,
      fixed: yaml`
        parallelType: tp
        deviceIds: [0]
        useVenv: true
      `,
    },
    {
      name: 'the section of torchrun',
      source: yaml`
        torchRun:
        #^^^^^^^ torchrun {"key":"torchRun"}
          nproc-per-node: 4
      `,
      fixed: yaml`
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a key of torchrun at the top level',
      source: yaml`
        parallelType: tp
        nproc-per-node: 4
        #^^^^^^^^^^^^^ misplaced {"key":"nproc-per-node"}
      `,
    },
  ],
});
