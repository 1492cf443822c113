import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { snapshotOverridesConfig } from './rule.ts';

/** A snapshot of the model `mnist`; `state` comes on top of what every snapshot has. */
function snapshotOf(state: object) {
  const base = { minWorkers: 1, maxWorkers: 5, batchSize: 5, maxBatchDelay: 200, responseTimeout: 60 };
  const models = { mnist: { '1.0': { defaultVersion: true, marName: 'mnist.mar', ...base, ...state } } };
  return withProperties(`model_snapshot=${JSON.stringify({ name: 'startup.cfg', models })}`);
}

export const cases = defineCases(snapshotOverridesConfig, {
  valid: [
    {
      name: 'batch-and-delay: without a snapshot the file counts',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        batchSize: 8
        maxBatchDelay: 50
      `,
    },
    {
      name: 'keys that no snapshot holds',
      modelName: 'mnist',
      host: snapshotOf({}),
      source: yaml`
        jobQueueSize: 50
        deviceIds: [0]
      `,
    },
    {
      name: 'a snapshot of another model',
      modelName: 'llama',
      host: snapshotOf({}),
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'a registration does not look at it',
      modelName: 'mnist',
      host: { ...snapshotOf({}), entry: 'register-api' },
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'the level of a snapshot of a model that was not parallel',
      modelName: 'mnist',
      host: snapshotOf({}),
      source: yaml`
        parallelType: custom
        parallelLevel: 2
      `,
    },
  ],
  invalid: [
    {
      name: 'model_snapshot, as under KServe',
      example: true,
      modelName: 'mnist',
      host: snapshotOf({}),
      source: yaml`
        minWorkers: 2
        #^^^^^^^^^ property {"keys":"minWorkers, maxWorkers, batchSize"}
        maxWorkers: 2
        batchSize: 8
        jobQueueSize: 50
      `,
    },
    {
      name: 'a timeout that the snapshot lacks becomes 120',
      modelName: 'mnist',
      host: snapshotOf({}),
      source: yaml`
        handler: {}
        responseTimeout: 600
        #^^^^^^^^^^^^^^ property {"keys":"responseTimeout, startupTimeout"}
        startupTimeout: 600
      `,
    },
    {
      name: 'a version without startupTimeout',
      modelName: 'mnist',
      host: { ...snapshotOf({}), ...torchserveVersion('0.11.1') },
      source: yaml`
        maxBatchDelay: 10
        #^^^^^^^^^^^^ property {"keys":"maxBatchDelay"}
        startupTimeout: 600
      `,
    },
    {
      name: 'the level of a snapshot of a model that was parallel, and workers that the GPUs cut',
      modelName: 'mnist',
      host: { ...snapshotOf({ parallelLevel: 4, minWorkers: 2 }), gpus: 4 },
      source: yaml`
        minWorkers: 2
        #^^^^^^^^^ property {"keys":"minWorkers, maxWorkers, parallelLevel"}
        maxWorkers: 2
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'the snapshot of the last run',
      example: true,
      host: { entry: 'snapshot' },
      source: yaml`
        batchSize: 8
        #^^^^^^^^ restart {"keys":"batchSize"}
      `,
    },
  ],
});
