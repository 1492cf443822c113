import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { largeModelSingleWorker } from './rule.ts';

export const cases = defineCases(largeModelSingleWorker, {
  valid: [
    {
      name: 'tp-4: one worker',
      example: true,
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'several workers of a model on one GPU each',
      source: yaml`
        minWorkers: 4
        maxWorkers: 4
        handler:
          max_length: 50
      `,
    },
    {
      name: 'several workers, of which the GPUs leave one, which another rule reports',
      host: gpus(4),
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'a parallel type for one GPU',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 1
      `,
    },
    {
      name: 'a parallel type on the CPU',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        deviceType: cpu
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'a model that never serves, which other rules report',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        parallelType: tp
        parallelLevel: 2
      `,
    },
    {
      name: 'numbers that do not count',
      source: yaml`
        minWorkers: 2
        handler:
          vllm_engine_config: {}
      `,
    },
    {
      name: 'a snapshot, which replaces the numbers',
      host: { entry: 'snapshot' },
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        handler:
          vllm_engine_config: {}
      `,
    },
    {
      name: 'the directory of an engine without that of its tokenizer',
      source: yaml`
        minWorkers: 2
        maxWorkers: 2
        handler:
          engine_dir: e
      `,
    },
  ],
  invalid: [
    {
      name: 'tp-4-of-8-two-workers: two copies of a parallel model',
      example: true,
      host: gpus(8),
      source: yaml`
        minWorkers: 2
        #           ^ parallel {"min":2,"workers":2,"level":4}
        maxWorkers: 2
        parallelType: tp
        torchrun:
          nproc-per-node: 4
      `,
    },
    {
      name: 'tp-3-of-8-clamped: four are wanted, the GPUs suffice for two',
      host: gpus(8),
      source: yaml`
        minWorkers: 4
        #           ^ parallel {"min":4,"workers":2,"level":3}
        maxWorkers: 4
        parallelType: tp
        torchrun:
          nproc-per-node: 3
      `,
    },
    {
      name: 'two engines of vLLM',
      example: true,
      source: yaml`
        minWorkers: 2
        #           ^ engine {"min":2,"marker":"handler.vllm_engine_config"}
        maxWorkers: 2
        asyncCommunication: true
        handler:
          vllm_engine_config:
            tensor_parallel_size: 4
      `,
    },
    {
      name: 'two engines of TensorRT-LLM',
      source: yaml`
        minWorkers: 2
        #           ^ engine {"min":2,"marker":"handler.engine_dir"}
        maxWorkers: 2
        handler:
          engine_dir: e
          tokenizer_dir: t
      `,
    },
    {
      name: 'two engines of vLLM with GPUs of their own',
      source: yaml`
        minWorkers: 2
        #           ^ parallel {"min":2,"workers":2,"level":2}
        maxWorkers: 2
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
        handler:
          vllm_engine_config: {}
      `,
    },
  ],
});
