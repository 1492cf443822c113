import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import { entryOf, valueAt } from '@topodiff/schema';
import type { EffectiveConfig } from '@topodiff/topology';
import { handlerRoot } from './handler-root.ts';

/** Keys that only configurations of large or slowly loading models have. */
const markers: readonly ConfigPath[] = [
  ['pippy'],
  ['deepspeed'],
  ['handler', 'vllm_engine_config'],
  ['handler', 'tp_degree'],
  ['handler', 'tensor_parallel'],
  ['handler', 'converted_ckpt_dir'],
];

/**
 * The first sign that a model takes long to load and to answer: a parallel type, the section of a framework for large
 * models, or compilation by PyTorch 2. Null when the file gives none.
 */
export function findLargeModelMarker(effective: EffectiveConfig): ConfigPath | null {
  const { parallelType } = effective.settings;
  if (parallelType.configured !== 'NONE') return parallelType.path;
  const root = handlerRoot(effective);
  const marker = markers.find((path) => valueAt(root, path) !== undefined);
  if (marker !== undefined) return marker;
  const handler = entryOf(root, 'handler');
  if (entryOf(handler, 'engine_dir') && entryOf(handler, 'tokenizer_dir')) return ['handler', 'engine_dir'];
  return compilationOf(entryOf(root, 'pt2'));
}

/** `pt2: backend`, `pt2: {backend: …}` and `pt2.compile.enable: true` compile the model at its first request. */
function compilationOf(pt2: ConfigValue | undefined): ConfigPath | null {
  if (pt2?.kind === 'string') return ['pt2'];
  if (entryOf(pt2, 'backend') !== undefined) return ['pt2', 'backend'];
  const enable = valueAt(pt2, ['compile', 'enable']);
  return enable?.kind === 'boolean' && enable.value ? ['pt2', 'compile'] : null;
}
