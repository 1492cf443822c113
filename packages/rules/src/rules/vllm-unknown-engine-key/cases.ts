import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { vllmUnknownEngineKey } from './rule.ts';

export const cases = defineCases(vllmUnknownEngineKey, {
  valid: [
    {
      name: 'keys of the engine',
      example: true,
      source: yaml`
        handler:
          vllm_engine_config:
            max_num_seqs: 16
            tensor_parallel_size: 4
      `,
    },
  ],
  invalid: [
    {
      name: 'a slip, and a name of nobody',
      example: true,
      source: yaml`
        handler:
          vllm_engine_config:
            tensor_parallel_sizes: 4
        #   ^^^^^^^^^^^^^^^^^^^^^ nearMiss {"key":"tensor_parallel_sizes","meant":"tensor_parallel_size"}
            warp_factor: 9
        #   ^^^^^^^^^^^ unknown {"key":"warp_factor"}
      `,
    },
  ],
});
