import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { modelsJsonConflict } from './rule.ts';

const llama = withProperties('models={"llama":{"1.0":{"batchSize":4,"responseTimeout":60}}}');
const everything = withProperties(
  'models={"g":{"1.0":{"minWorkers":2,"maxWorkers":2,"batchSize":4,"maxBatchDelay":50,"responseTimeout":33,"startupTimeout":44}}}',
);

export const cases = defineCases(modelsJsonConflict, {
  valid: [
    {
      name: 'equal values',
      example: true,
      modelName: 'llama',
      host: llama,
      source: yaml`
        batchSize: 4
        responseTimeout: 60
      `,
    },
    {
      name: 'models-json-fills: what the file leaves open',
      modelName: 'g',
      host: everything,
      source: yaml`
        handler: {}
      `,
    },
    {
      name: 'another model',
      modelName: 'bert',
      host: llama,
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'values that TorchServe does not take, and half a pair',
      modelName: 'g',
      host: everything,
      source: yaml`
        minWorkers: 1
        batchSize: "8"
        maxBatchDelay: 0
        responseTimeout: -1
      `,
    },
    {
      name: 'half a pair, and workers that the GPUs cut',
      modelName: 'g',
      host: { ...everything, gpus: 2 },
      source: yaml`
        minWorkers: 3
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'a timeout without effect, which another rule reports',
      modelName: 'llama',
      host: llama,
      source: yaml`
        asyncCommunication: true
        responseTimeout: 600
      `,
    },
    {
      name: 'before 0.12.0 there is no startupTimeout',
      modelName: 'g',
      host: { ...everything, ...torchserveVersion('0.11.1') },
      source: yaml`
        startupTimeout: 600
      `,
    },
    {
      name: 'a snapshot, which comes before both',
      modelName: 'llama',
      host: { ...llama, entry: 'snapshot' },
      source: yaml`
        batchSize: 8
      `,
    },
    {
      name: 'a value in the property that TorchServe does not take',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"batchSize":0}}}'),
      source: yaml`
        batchSize: 8
      `,
    },
  ],
  invalid: [
    {
      name: 'another batch size and timeout',
      example: true,
      modelName: 'llama',
      host: llama,
      source: yaml`
        batchSize: 8
        #          ^ fileWins {"key":"batchSize","here":8,"there":4}
        responseTimeout: 600
        #                ^^^ fileWins {"key":"responseTimeout","here":600,"there":60}
      `,
    },
    {
      name: 'models-json-lower: another number of workers',
      modelName: 'g',
      host: everything,
      source: yaml`
        minWorkers: 1
        #           ^ fileWins {"key":"minWorkers","here":1,"there":2}
        maxWorkers: 1
        #           ^ fileWins {"key":"maxWorkers","here":1,"there":2}
        batchSize: 8
        #          ^ fileWins {"key":"batchSize","here":8,"there":4}
      `,
    },
    {
      name: 'the shortest delay, and loading time',
      modelName: 'g',
      host: everything,
      source: yaml`
        maxBatchDelay: 1
        #              ^ fileWins {"key":"maxBatchDelay","here":1,"there":50}
        startupTimeout: 600
        #               ^^^ fileWins {"key":"startupTimeout","here":600,"there":44}
      `,
    },
    {
      name: 'the one version of the model that the property knows',
      modelName: 'llama',
      host: withProperties('models={"llama":{"2.0":{"batchSize":4}}}'),
      source: yaml`
        batchSize: 8
        #          ^ fileWins {"key":"batchSize","here":8,"there":4}
      `,
    },
  ],
});
