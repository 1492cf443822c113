import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { vllmModelMissing } from './rule.ts';

export const cases = defineCases(vllmModelMissing, {
  valid: [
    {
      name: 'a path',
      example: true,
      source: yaml`
        handler:
          model_path: model
          vllm_engine_config:
            max_num_seqs: 16
      `,
    },
    {
      name: 'a model of the engine',
      source: yaml`
        handler:
          vllm_engine_config:
            model: model
      `,
    },
  ],
  invalid: [
    {
      name: 'neither',
      example: true,
      source: yaml`
        handler:
          vllm_engine_config:
        # ^^^^^^^^^^^^^^^^^^ missing
            max_num_seqs: 16
      `,
    },
  ],
});
