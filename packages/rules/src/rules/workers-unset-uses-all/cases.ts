import { yaml } from '@topodiff/testkit';
import { defineCases, gpus, withProperties } from '../../testing/define-cases.ts';
import { workersUnsetUsesAll } from './rule.ts';

export const cases = defineCases(workersUnsetUsesAll, {
  valid: [
    {
      name: 'cpu-min-max: the number is written down',
      example: true,
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'max-only: half a pair, which another rule reports',
      source: yaml`
        maxWorkers: 3
      `,
    },
    {
      name: 'a key without a value, which another rule reports',
      source: yaml`
        minWorkers:
      `,
    },
    {
      name: 'default-workers-per-model: the server has a default',
      host: { ...gpus(4), ...withProperties('default_workers_per_model=3') },
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'the models property has the number',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"minWorkers":2,"maxWorkers":2}}}'),
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'the registration says how many',
      host: { entry: 'register-api' },
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'a snapshot has the number',
      host: { entry: 'snapshot' },
      source: yaml`
        batchSize: 2
      `,
    },
    {
      name: 'GPUs for no worker at all, which another rule reports',
      host: gpus(2),
      source: yaml`
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a file that the frontend cannot read has no settings',
      source: yaml`
        batchSize: *foo
      `,
    },
  ],
  invalid: [
    {
      name: 'on an unknown host',
      example: true,
      source: yaml`
        batchSize: 2
        # @1:1-1:13 anyHost nearest
      `,
    },
    {
      name: 'no-workers-keys-4gpus: on four GPUs',
      host: gpus(4),
      source: yaml`
        batchSize: 2
        # @1:1-1:13 perGpu {"workers":4} nearest
      `,
    },
    {
      name: 'on CPU cores',
      host: { gpus: 0, cpuCores: 8 },
      source: yaml`
        batchSize: 2
        # @1:1-1:13 perCore {"workers":8} nearest
      `,
    },
    {
      name: 'without GPUs, on an unknown number of cores',
      host: gpus(0),
      source: yaml`
        batchSize: 2
        # @1:1-1:13 anyHost nearest
      `,
    },
    {
      name: 'a model that stays on the CPU gets as many workers as there are GPUs',
      host: { gpus: 4, cpuCores: 8 },
      source: yaml`
        deviceType: cpu
        # @1:1-1:16 perGpu {"workers":4} nearest
      `,
    },
    {
      name: 'tp-no-worker-keys: as many as fit',
      example: true,
      host: gpus(8),
      source: yaml`
        parallelType: tp
        # @1:1-1:17 parallel {"workers":2} nearest
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'as many as fit on an unknown host',
      source: yaml`
        parallelType: tp
        # @1:1-1:17 anyHostParallel nearest
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'the models property speaks of another model',
      modelName: 'llama',
      host: { ...gpus(4), ...withProperties('models={"bert":{"1.0":{"minWorkers":2,"maxWorkers":2}}}') },
      source: yaml`
        batchSize: 2
        # @1:1-1:13 perGpu {"workers":4} nearest
      `,
    },
  ],
});
