import type { ConfigValue, MapValue } from '@topodiff/schema';
import { entryOf } from '@topodiff/schema';
import type { ConfigurationSide } from '../configuration-side.ts';
import type { Sides } from '../sides.ts';
import type { ValueDifference } from './compare-sections.ts';
import { compareSections } from './compare-sections.ts';
import { areEqualValues } from './equal-values.ts';

const path = ['torchrun'] as const;

/**
 * What differs in the part of `torchrun` that the frontend drops: keys that it does not know, a section that is no map, and
 * a section without any key. What it reads is compared setting by setting.
 */
export function compareUnreadTorchrun(sides: Sides<ConfigurationSide>): readonly ValueDifference[] {
  const base = torchrunOf(sides.base);
  const head = torchrunOf(sides.head);
  if (isMapOrAbsent(base) && isMapOrAbsent(head)) {
    const isEmptySection =
      (base === undefined && head?.entries.length === 0) ||
      (head === undefined && base?.entries.length === 0);
    if (!isEmptySection)
      return compareSections(unreadKeys(base, sides.base), unreadKeys(head, sides.head), path);
  }
  if (areEqualValues(base, head)) return [];
  const kind = base === undefined ? 'added' : head === undefined ? 'removed' : 'changed';
  return [{ path, kind, base, head, count: 1 }];
}

function torchrunOf({ document }: ConfigurationSide): ConfigValue | undefined {
  return document.frontend.outcome === 'loaded' ? entryOf(document.frontend.root, 'torchrun') : undefined;
}

function isMapOrAbsent(value: ConfigValue | undefined): value is MapValue | undefined {
  return value === undefined || value.kind === 'map';
}

function unreadKeys(torchrun: MapValue | undefined, { effective }: ConfigurationSide): MapValue {
  const unread = new Set(effective.unreadTorchrunKeys.map((key) => key.path.at(-1)));
  if (torchrun === undefined) return noEntries;
  return {
    ...torchrun,
    entries: torchrun.entries.filter(({ key }) => key.kind === 'string' && unread.has(key.value)),
  };
}

const nowhere = { offset: 0, line: 1, column: 1 };
const noEntries: MapValue = { kind: 'map', entries: [], source: '', range: { start: nowhere, end: nowhere } };
