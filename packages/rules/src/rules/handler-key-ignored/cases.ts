import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerKeyIgnored } from './rule.ts';

export const cases = defineCases(handlerKeyIgnored, {
  valid: [
    {
      name: 'another handler',
      example: true,
      source: yaml`
        handler:
          max_new_tokens: 50
          mode: text
      `,
    },
  ],
  invalid: [
    {
      name: 'gpt_fast',
      example: true,
      source: yaml`
        handler:
          converted_ckpt_dir: checkpoints/model.pth
          compile: true
          max_new_tokens: 50
        # ^^^^^^^^^^^^^^ unread {"example":"gpt_fast","key":"max_new_tokens"}
      `,
    },
    {
      name: 'tp_llama',
      source: yaml`
        handler:
          converted_ckpt_dir: converted
          model_args_path: model_args.json
          mode: text_completion
          max_seq_len: 512
        # ^^^^^^^^^^^ unread {"example":"tp_llama","key":"max_seq_len"}
          max_new_tokens: 50
      `,
    },
  ],
});
