import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { modelsJsonUnsupportedKey } from './rule.ts';

export const cases = defineCases(modelsJsonUnsupportedKey, {
  valid: [
    {
      name: 'keys that TorchServe reads there, and its own',
      modelName: 'llama',
      host: withProperties(
        'models={"llama":{"1.0":{"defaultVersion":true,"marName":"llama.mar","minWorkers":1,"maxWorkers":1,"batchSize":1,"maxBatchDelay":1,"responseTimeout":1,"startupTimeout":1,"runtimeType":"python"}}}',
      ),
      source: yaml`
        deviceIds: [0, 1]
      `,
    },
    {
      name: 'the key is in the file',
      example: true,
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"batchSize":4}}}'),
      source: yaml`
        deviceIds: [0, 1]
      `,
    },
    {
      name: 'a key of no file',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"colour":"red","max-restarts":1}}}'),
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'another model',
      modelName: 'bert',
      host: withProperties('models={"llama":{"1.0":{"deviceIds":[0]}}}'),
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'a key that this version does not read anywhere',
      modelName: 'llama',
      host: {
        ...withProperties('models={"llama":{"1.0":{"asyncCommunication":true}}}'),
        ...torchserveVersion('0.11.0'),
      },
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'a file that the frontend cannot read',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"deviceIds":[0]}}}'),
      source: yaml`
        minWorkers: *foo
      `,
    },
  ],
  invalid: [
    {
      name: 'not in the file',
      example: true,
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"deviceIds":[0,1]}}}'),
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 missing {"key":"deviceIds","model":"llama"} nearest
        maxWorkers: 1
      `,
    },
    {
      name: 'in the file as well',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"jobQueueSize":50}}}'),
      source: yaml`
        jobQueueSize: 10
        #             ^^ beside {"key":"jobQueueSize","model":"llama"}
      `,
    },
    {
      name: 'a section of the file, and the level, which only a snapshot holds',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"parallelLevel":4,"torchrun":{"nproc-per-node":4}}}}'),
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 missing {"key":"parallelLevel","model":"llama"} nearest
        torchrun:
        #^^^^^^^ beside {"key":"torchrun","model":"llama"}
          nproc-per-node: 2
      `,
    },
    {
      name: 'a key that the version reads in the file',
      modelName: 'llama',
      host: {
        ...withProperties('models={"llama":{"1.0":{"asyncCommunication":true}}}'),
        ...torchserveVersion('0.11.1'),
      },
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 missing {"key":"asyncCommunication","model":"llama"} nearest
      `,
    },
  ],
});
