import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { vllmGpusIdle } from './rule.ts';

export const cases = defineCases(vllmGpusIdle, {
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
  ],
  invalid: [
    {
      name: 'half of the GPUs',
      example: true,
      source: yaml`
        parallelType: custom
        parallelLevel: 4
        #              ^ idle {"level":4,"needed":2,"idle":2}
        asyncCommunication: true
        handler:
          vllm_engine_config:
            tensor_parallel_size: 2
      `,
    },
  ],
});
