import type { MapValue } from '@topodiff/schema';
import { fields } from '@topodiff/schema';
import type { SettingComparison } from './compare/compare-settings.ts';
import { compareSettings } from './compare/compare-settings.ts';
import type { ValueDifference } from './compare/compare-sections.ts';
import { compareSections } from './compare/compare-sections.ts';
import type { ConfigurationSide } from './configuration-side.ts';
import type { Sides } from './sides.ts';

/** What the change types read. A file that exists on one side only has changes of the file alone. */
export interface Comparison {
  readonly base: ConfigurationSide | null;
  readonly head: ConfigurationSide | null;
  /** The file exists on both sides. */
  readonly both: Sides<ConfigurationSide> | null;
  /**
   * Both sides, when their frontend settings can be told apart: null when the frontend cannot read one of the files and the
   * model does not start because of it, since every setting would then differ from a default that nothing uses.
   */
  readonly running: Sides<ConfigurationSide> | null;
  /** The settings of `running`, each on both sides; empty when `running` is null. */
  readonly settings: readonly SettingComparison[];
  /** What differs in the keys that the frontend does not read; empty when the handler's reader cannot read a side as a map. */
  readonly sections: readonly ValueDifference[];
}

/** Puts two sides together; at least one must be there for a change to exist. */
export function makeComparison(base: ConfigurationSide | null, head: ConfigurationSide | null): Comparison {
  const both = base !== null && head !== null ? { base, head } : null;
  const running = both !== null && isRunning(both.base) && isRunning(both.head) ? both : null;
  return {
    base,
    head,
    both,
    running,
    settings: running === null ? [] : compareSettings(running),
    sections: both === null ? [] : compareHandlerSections(both),
  };
}

function isRunning({ effective, topology }: ConfigurationSide): boolean {
  return effective.outcome === 'loaded' || topology.willStart;
}

/** The top-level keys that the handler alone reads, as its reader types them. */
function compareHandlerSections({ base, head }: Sides<ConfigurationSide>): readonly ValueDifference[] {
  const frontendKeys = new Set(
    fields.filter(({ section }) => section === 'top-level').map(({ key }): string => key),
  );
  const baseRoot = handlerMap(base, frontendKeys);
  const headRoot = handlerMap(head, frontendKeys);
  return baseRoot === null || headRoot === null ? [] : compareSections(baseRoot, headRoot);
}

function handlerMap({ document }: ConfigurationSide, left: ReadonlySet<string>): MapValue | null {
  const root = document.handler.outcome === 'loaded' ? document.handler.root : null;
  if (root?.kind !== 'map') return null;
  return {
    ...root,
    entries: root.entries.filter(({ key }) => key.kind !== 'string' || !left.has(key.value)),
  };
}
