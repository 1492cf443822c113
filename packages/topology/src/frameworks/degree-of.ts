import { entryOf } from '@topodiff/schema';
import type { ConfigValue } from '@topodiff/schema';
import { mostGpusOfAHost } from '../effective-config/count-gpus.ts';

/** A degree of parallelism in a section: 1 when it is not there, null when no engine can divide a model so. */
export function degreeOf(section: ConfigValue | undefined, key: string): number | null {
  const value = entryOf(section, key);
  if (value === undefined) return 1;
  if (value.kind !== 'integer' || value.value < 1n || value.value > BigInt(mostGpusOfAHost)) return null;
  return Number(value.value);
}
