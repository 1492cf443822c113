import { valueAt } from './config-value.ts';
import type { ModelConfigDocument } from './model-config-document.ts';

/**
 * Files that a configuration names and that say more about a launch, by the path written in it: the DeepSpeed configuration
 * (ts/handler_utils/distributed/deepspeed.py opens it in the model's directory).
 */
export function relatedPaths({ handler }: ModelConfigDocument): readonly string[] {
  const root = handler.outcome === 'loaded' ? handler.root : null;
  const config = valueAt(root, ['deepspeed', 'config']);
  return config?.kind === 'string' && config.value !== '' ? [config.value] : [];
}
