import { entryOf } from '@topodiff/schema';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/** Keys that the Accelerate handler requires; other handlers share them. */
const requiredKeys = ['model_name', 'model_path', 'max_length', 'max_new_tokens', 'manual_seed'];
/** Keys that it alone reads beside them. */
const ownKeys = ['return_full_text', 'quantization'];

/**
 * Hugging Face Accelerate: one process whose layers are spread over all visible GPUs (`device_map="balanced"` is fixed in
 * its handler). The file has no key that only this handler must have; it is known when all that it requires is there
 * together with one that it alone reads.
 *
 * Follows examples/large_models/Huggingface_accelerate/llama/custom_handler.py.
 */
export const accelerate: Framework = {
  id: 'accelerate',
  parallelTypes: ['NONE'],
  recognises({ handlerConfig }) {
    const handler = entryOf(handlerConfig, 'handler');
    const has = (key: string): boolean => entryOf(handler, key) !== undefined;
    return (
      requiredKeys.every(has) && ownKeys.some(has) && !has('vllm_engine_config') && !has('tensor_parallel')
    );
  },
  split: () => undivided,
  plainProcess: () => ({ kind: 'accelerate', gpus: 'all' }),
};
