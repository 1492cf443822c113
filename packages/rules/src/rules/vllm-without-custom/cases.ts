import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { vllmWithoutCustom } from './rule.ts';

export const cases = defineCases(vllmWithoutCustom, {
  valid: [
    {
      name: 'custom',
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
      name: 'one GPU',
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
            max_num_seqs: 16
      `,
    },
  ],
  invalid: [
    {
      name: 'a plain worker',
      example: true,
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
            tensor_parallel_size: 4
        #                         ^ unseen {"needed":4}
      `,
    },
  ],
});
