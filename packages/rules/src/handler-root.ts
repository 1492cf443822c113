import type { ConfigValue } from '@topodiff/schema';
import type { EffectiveConfig } from '@topodiff/topology';

/** The file as the handler gets it, or null when no worker can read it. */
export function handlerRoot({ document }: EffectiveConfig): ConfigValue | null {
  return document?.handler.outcome === 'loaded' ? document.handler.root : null;
}
