import { entryOf } from '@topodiff/schema';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * PyTorch's own tensor parallelism (tp_llama, and gpt_fast under torchrun): the degree is the world size, so each rank is
 * one shard. Known by `handler.converted_ckpt_dir`, which both handlers require, together with a sign of the parallel one:
 * `handler.model_args_path` (tp_llama alone reads it) or the parallel type.
 *
 * Follows examples/large_models/tp_llama/llama-handler.py, llama2.py (121-124) and gpt_fast/handler.py.
 */
export const torchNativeTp: Framework = {
  id: 'torch-native-tp',
  parallelTypes: ['TP'],
  recognises({ handlerConfig, parallelType }) {
    const handler = entryOf(handlerConfig, 'handler');
    if (entryOf(handler, 'converted_ckpt_dir') === undefined) return false;
    return parallelType === 'TP' || entryOf(handler, 'model_args_path') !== undefined;
  },
  split: ({ processCount }) =>
    processCount <= 1
      ? undivided
      : { decidedBy: 'framework', isAssumed: false, stages: 1, shards: processCount },
};
