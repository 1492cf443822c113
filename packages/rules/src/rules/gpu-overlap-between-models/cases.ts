import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { gpuOverlapBetweenModels } from './rule.ts';

export const cases = defineCases(gpuOverlapBetweenModels, {
  valid: [
    {
      name: 'GPUs of their own',
      example: true,
      host: gpus(8),
      beside: {
        other:
          'minWorkers: 1\nmaxWorkers: 1\ndeviceIds: [4, 5, 6, 7]\nparallelType: tp\ntorchrun: {nproc-per-node: 4}\n',
      },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceIds: [0, 1, 2, 3]
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'plain workers may share a GPU',
      host: gpus(2),
      beside: { other: 'minWorkers: 2\nmaxWorkers: 2\n' },
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
      `,
    },
    {
      name: 'the other one never serves',
      host: gpus(4),
      beside: { other: 'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\nparallelLevel: 4\n' },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'random-49: a model that never serves takes no GPU',
      host: gpus(8),
      beside: {
        h: 'minWorkers: 2\nmaxWorkers: 2\ndeviceType: cuda\nparallelType: tp\ntorchrun:\n    nproc-per-node: 0\n    nproc_per_node: 3\nmaxBatchDelay: 50\nresponseTimeout: 0\n',
      },
      source: yaml`
        minWorkers: 3
        maxWorkers: 4
        deviceType: neuron
        deviceIds: [0, 1]
        torchrun:
            nproc-per-node: 3
        parallelType: custom
        jobQueueSize: -1
      `,
    },
  ],
  invalid: [
    {
      name: 'both start at the first GPU',
      example: true,
      host: gpus(8),
      beside: { other: 'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\ntorchrun: {nproc-per-node: 4}\n' },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
        #                 ^ shared {"gpus":"GPUs 0, 1, 2, 3","other":"other"}
      `,
    },
    {
      name: 'a plain worker on a GPU of a parallel model',
      host: gpus(4),
      beside: { other: 'minWorkers: 1\nmaxWorkers: 1\nparallelType: tp\ntorchrun: {nproc-per-node: 4}\n' },
      source: yaml`
        minWorkers: 1
        #           ^ shared {"gpus":"GPU 1","other":"other"}
        maxWorkers: 1
      `,
    },
    {
      name: 'a list of GPUs that meets the other list',
      host: gpus(4),
      beside: {
        other:
          'minWorkers: 1\nmaxWorkers: 1\ndeviceIds: [1, 2]\nparallelType: tp\ntorchrun: {nproc-per-node: 2}\n',
      },
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        deviceIds: [2, 3]
        #^^^^^^^^ shared {"gpus":"GPU 2","other":"other"}
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
  ],
});
