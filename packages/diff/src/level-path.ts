import type { ConfigPath } from '@topodiff/schema';
import { levelSetting } from '@topodiff/topology';
import type { ConfigurationSide } from './configuration-side.ts';

/** The key that decides how many GPUs a worker takes: nproc-per-node, or parallelLevel where that has the last word. */
export function levelPath({ effective }: ConfigurationSide): ConfigPath {
  return levelSetting(effective).path;
}
