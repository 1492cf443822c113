import { entryOf, parseDeepspeedConfig } from '@topodiff/schema';
import type { Framework, FrameworkContext } from './framework.ts';
import { undivided } from './framework.ts';

/** What DeepSpeed takes when its file does not say: a full copy on every rank. */
const defaultTensorParallelSize = 1;

/**
 * DeepSpeed: tensor shards only, as many as `tensor_parallel.tp_size` of the file that `deepspeed.config` names. When that
 * text is not at hand it is assumed to match the ranks, as it must; without a name there is no DeepSpeed configuration.
 *
 * Follows ts/torch_handler/distributed/base_deepspeed_handler.py, ts/handler_utils/distributed/deepspeed.py and DeepSpeed's
 * inference/engine.py (ranks 0 … tp_size − 1 form the group).
 */
export const deepspeed: Framework = {
  id: 'deepspeed',
  parallelTypes: ['TP'],
  recognises: ({ handlerConfig }) => entryOf(handlerConfig, 'deepspeed')?.kind === 'map',
  split(context) {
    if (context.processCount <= 1) return undivided;
    const size = tensorParallelSize(context);
    return size === null
      ? { decidedBy: 'framework', isAssumed: true, stages: 1, shards: context.processCount }
      : { decidedBy: 'framework', isAssumed: false, stages: 1, shards: size };
  },
};

/** The declared size; null when the file is not at hand or does not hold a usable one. */
function tensorParallelSize({ handlerConfig, relatedTexts }: FrameworkContext): number | null {
  const name = entryOf(entryOf(handlerConfig, 'deepspeed'), 'config');
  if (name === undefined) return defaultTensorParallelSize;
  const text = name.kind === 'string' ? relatedTexts.get(name.value) : undefined;
  if (text === undefined || text === null) return null;
  const config = parseDeepspeedConfig(text);
  if (config.problems.length > 0) return null;
  const size = config.tensorParallelSize ?? defaultTensorParallelSize;
  return size >= 1 ? size : null;
}
