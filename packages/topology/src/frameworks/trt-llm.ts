import { entryOf } from '@topodiff/schema';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * TensorRT-LLM: how the model is divided was decided when the engine directory was built, and the file does not say it.
 * Known by the two directories that its handler requires, or by the handler that the archive names.
 *
 * Follows ts/torch_handler/trt_llm_handler.py (27-30; 0.12.0).
 */
export const trtLlm: Framework = {
  id: 'trt-llm',
  parallelTypes: ['NONE', 'CUSTOM'],
  recognises({ handlerConfig, archiveHandler }) {
    const handler = entryOf(handlerConfig, 'handler');
    const hasBoth = ['engine_dir', 'tokenizer_dir'].every((key) => entryOf(handler, key) !== undefined);
    return hasBoth || archiveHandler === 'trt_llm_handler';
  },
  split: ({ parallelLevel }) =>
    parallelLevel <= 1
      ? undivided
      : { decidedBy: 'engine', isAssumed: true, stages: 1, shards: parallelLevel },
};
