import type { ConfigValue } from '@topodiff/schema';
import type { Setting } from '@topodiff/topology';

/** What a number counts: a symbol that never changes, or a word in singular and plural. */
export type Unit = string | { readonly one: string; readonly many: string };

/** A number with its unit: `100 ms`, `1 worker`, `3 workers`. */
export function showCount(count: number, unit: Unit): string {
  return `${count} ${typeof unit === 'string' ? unit : count === 1 ? unit.one : unit.many}`;
}

/** What a setting comes to, as a message shows it, with where it comes from when it is not the file: `100 ms (default)`. */
export function showSetting(setting: Setting<unknown>, unit?: Unit): string {
  const notes = [...originNote(setting), ...(setting.isAssumed ? ['assumed'] : [])];
  const note = notes.length === 0 ? '' : ` (${notes.join(', ')})`;
  const hasUnit = unit !== undefined && typeof setting.value === 'number';
  return `${hasUnit ? showCount(setting.value, unit) : showEffect(setting)}${note}`;
}

/** A declared value as the file has it, on one line; `nothing` when the key is absent. */
export function showDeclared(value: ConfigValue | undefined): string {
  if (value === undefined) return 'nothing';
  const text = value.source.trim().replaceAll(/\s+/g, ' ');
  return text === '' ? 'no value' : text;
}

/** The value that TorchServe works with; its enumerations in the letters in which files write them. */
export function showEffect({ key, value }: Setting<unknown>): string {
  if (value === null || value === undefined || value === 'NONE') return 'none';
  if (Array.isArray(value)) return value.length === 0 ? 'none' : value.join(', ');
  if (typeof value === 'string') return enumerations.has(key) ? value.toLowerCase() : value;
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : JSON.stringify(value);
}

const enumerations = new Set(['parallelType', 'deviceType']);

function originNote({ origin, cause }: Setting<unknown>): readonly string[] {
  if (cause === 'capacity') return ['cut to the GPUs'];
  if (cause === 'snapshot') return ['from the snapshot'];
  switch (origin) {
    case 'default':
      return ['default'];
    case 'ignored':
      return ['default, the written value is ignored'];
    case 'overridden':
      return ['the written value is overridden'];
    case 'from-config-properties':
      return ['from config.properties'];
    case 'declared':
    case 'coerced':
    case 'clamped':
      return [];
  }
}
