import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { vllmParallelMismatch } from './rule.ts';

export const cases = defineCases(vllmParallelMismatch, {
  valid: [
    {
      name: 'the same number',
      example: true,
      source: yaml`
        parallelType: custom
        parallelLevel: 4
        asyncCommunication: true
        handler:
          vllm_engine_config:
            tensor_parallel_size: 4
      `,
    },
    {
      name: 'nobody knows how many GPUs there are',
      source: yaml`
        handler:
          vllm_engine_config:
            tensor_parallel_size: 16
      `,
    },
    {
      name: 'on Ray, which may reach other hosts',
      host: gpus(2),
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
            pipeline_parallel_size: 4
            distributed_executor_backend: ray
      `,
    },
  ],
  invalid: [
    {
      name: 'more than the level',
      example: true,
      source: yaml`
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
        handler:
          vllm_engine_config:
            tensor_parallel_size: 4
        #                         ^ aboveLevel {"needed":4,"level":2}
      `,
    },
    {
      name: 'more than the host',
      host: gpus(2),
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
            pipeline_parallel_size: 4
        #                           ^ aboveHost {"needed":4,"level":2}
      `,
    },
  ],
});
