import type { ConfigValue } from '@topodiff/schema';
import { entryOf } from '@topodiff/schema';

/** The keys that a section lacks, as a sentence lists them (`a, b and c`); null when it has all. */
export function missingKeys(section: ConfigValue | undefined, keys: readonly string[]): string | null {
  const missing = keys.filter((key) => entryOf(section, key) === undefined);
  const last = missing.at(-1);
  if (last === undefined) return null;
  return missing.length === 1 ? last : `${missing.slice(0, -1).join(', ')} and ${last}`;
}
