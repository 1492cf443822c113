import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { vllmAdaptersWithoutLora } from './rule.ts';

export const cases = defineCases(vllmAdaptersWithoutLora, {
  valid: [
    {
      name: 'enabled',
      example: true,
      source: yaml`
        handler:
          vllm_engine_config:
            enable_lora: true
          adapters:
            one: adapters/one
      `,
    },
  ],
  invalid: [
    {
      name: 'not enabled',
      example: true,
      source: yaml`
        handler:
          vllm_engine_config:
            max_num_seqs: 16
          adapters:
        # ^^^^^^^^ disabled
            one: adapters/one
      `,
    },
  ],
});
