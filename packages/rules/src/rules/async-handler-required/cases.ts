import { yaml } from '@topodiff/testkit';
import { defineCases, gpus } from '../../testing/define-cases.ts';
import { asyncHandlerRequired } from './rule.ts';

export const cases = defineCases(asyncHandlerRequired, {
  valid: [
    {
      name: 'asynchronous',
      example: true,
      source: yaml`
        asyncCommunication: true
        handler:
          vllm_engine_config:
            max_num_seqs: 16
      `,
    },
    {
      name: 'custom-2-async: no sign of an engine',
      host: gpus(4),
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
        parallelType: custom
        parallelLevel: 2
        asyncCommunication: true
      `,
    },
    {
      name: 'another handler in the archive',
      archive: { manifest: { handler: 'handler.py' } },
      source: yaml`
        minWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'vLLM',
      example: true,
      source: yaml`
        # our model
        minWorkers: 1
        maxWorkers: 1
        handler:
          vllm_engine_config:
        # ^^^^^^^^^^^^^^^^^^ off {"marker":"handler.vllm_engine_config","engine":"vLLM"}
            max_num_seqs: 16
      `,
      fixed: yaml`
        # our model
        asyncCommunication: true
        minWorkers: 1
        maxWorkers: 1
        handler:
          vllm_engine_config:
            max_num_seqs: 16
      `,
    },
    {
      name: 'TensorRT-LLM, switched off',
      host: gpus(1),
      source: yaml`
        asyncCommunication: false
        handler:
          engine_dir: engine
        # ^^^^^^^^^^ off {"marker":"handler.engine_dir","engine":"TensorRT-LLM"}
          tokenizer_dir: tokenizer
      `,
      fixed: yaml`
        asyncCommunication: true
        handler:
          engine_dir: engine
          tokenizer_dir: tokenizer
      `,
    },
    {
      name: 'the handler of the archive',
      archive: { manifest: { handler: 'vllm_handler' } },
      source: yaml`
        minWorkers: 1
        # @1:1-1:14 handler {"marker":"vllm_handler"} nearest
      `,
      fixed: yaml`
        asyncCommunication: true
        minWorkers: 1
      `,
    },
  ],
});
