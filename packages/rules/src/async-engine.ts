import type { ConfigPath } from '@topodiff/schema';
import { entryOf, valueAt } from '@topodiff/schema';
import type { EffectiveConfig } from '@topodiff/topology';
import { handlerRoot } from './handler-root.ts';
import type { ArchiveContext } from './rule.ts';

/** An engine whose handler in TorchServe is a coroutine. */
export interface AsyncEngine {
  readonly name: 'vLLM' | 'TensorRT-LLM';
  /** The key that gives it away; null when the archive's manifest does. */
  readonly marker: ConfigPath | null;
}

/** The engine that the file, or the handler of the archive, gives away; null when neither does. */
export function findAsyncEngine(
  effective: EffectiveConfig,
  archive: ArchiveContext | undefined,
): AsyncEngine | null {
  const root = handlerRoot(effective);
  const vllm = ['handler', 'vllm_engine_config'];
  if (valueAt(root, vllm)?.kind === 'map') return { name: 'vLLM', marker: vllm };
  const handler = entryOf(root, 'handler');
  if (entryOf(handler, 'engine_dir') !== undefined && entryOf(handler, 'tokenizer_dir') !== undefined) {
    return { name: 'TensorRT-LLM', marker: ['handler', 'engine_dir'] };
  }
  if (archive?.manifest.handler === 'vllm_handler') return { name: 'vLLM', marker: null };
  return archive?.manifest.handler === 'trt_llm_handler' ? { name: 'TensorRT-LLM', marker: null } : null;
}
