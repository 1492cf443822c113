import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { handlerBatchSizeOne } from './rule.ts';

export const cases = defineCases(handlerBatchSizeOne, {
  valid: [
    {
      name: 'one request',
      example: true,
      source: yaml`
        batchSize: 1
        handler:
          converted_ckpt_dir: model.pth
          compile: true
      `,
    },
    {
      name: 'another handler',
      source: yaml`
        batchSize: 8
        handler:
          model_path: model
      `,
    },
    {
      name: 'asynchronous, which has a rule of its own',
      source: yaml`
        batchSize: 8
        asyncCommunication: true
        handler:
          vllm_engine_config: {}
      `,
    },
  ],
  invalid: [
    {
      name: 'gpt_fast',
      example: true,
      source: yaml`
        batchSize: 8
        #          ^ batched {"size":8,"handler":"gpt_fast"}
        handler:
          converted_ckpt_dir: model.pth
          compile: true
      `,
      fixed: yaml`
        batchSize: 1
        handler:
          converted_ckpt_dir: model.pth
          compile: true
      `,
    },
    {
      name: 'diffusion_fast',
      source: yaml`
        batchSize: 2
        #          ^ batched {"size":2,"handler":"diffusion_fast"}
        handler:
          num_inference_steps: 20
          compile_unet: true
      `,
      fixed: yaml`
        batchSize: 1
        handler:
          num_inference_steps: 20
          compile_unet: true
      `,
    },
  ],
});
