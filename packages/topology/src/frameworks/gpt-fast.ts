import { entryOf } from '@topodiff/schema';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * gpt-fast in one process on one GPU; under torchrun it is PyTorch's own tensor parallelism (`torch-native-tp`). Known by
 * the two keys that its handler requires.
 *
 * Follows examples/large_models/gpt_fast/handler.py.
 */
export const gptFast: Framework = {
  id: 'gpt-fast',
  parallelTypes: ['NONE'],
  recognises({ handlerConfig, parallelType }) {
    const handler = entryOf(handlerConfig, 'handler');
    const hasBoth = ['converted_ckpt_dir', 'compile'].every((key) => entryOf(handler, key) !== undefined);
    return hasBoth && parallelType === 'NONE' && entryOf(handler, 'model_args_path') === undefined;
  },
  split: () => undivided,
};
