import type { Change, ChangeLocation } from './change.ts';
import { impacts, layers } from './change.ts';
import type { ChangeDraft, ChangeType } from './change-type.ts';
import { areaLayers } from './area-layers.ts';
import type { Comparison } from './comparison.ts';
import { makeComparison } from './comparison.ts';
import type { ConfigurationSide } from './configuration-side.ts';
import { locate } from './locate.ts';
import { fillMessage } from '@topodiff/schema';
import { changeTypes } from './change-types/registry.ts';

/**
 * What TorchServe does otherwise at head than at base, by layer, then impact (worst first), then place. A side is null
 * where the file does not exist. Text alone (comments, order that decides nothing, quotes) is no change; a value that was
 * written differently and has no effect is one, and says so. Never throws for any two configurations.
 */
export function compareModelConfigs(
  base: ConfigurationSide | null,
  head: ConfigurationSide | null,
  types: readonly ChangeType[] = changeTypes,
): readonly Change[] {
  const comparison = makeComparison(base, head);
  return types
    .flatMap((type) => type.find(comparison).map((draft) => completeDraft(type, draft, comparison)))
    .sort(compareChanges);
}

function completeDraft(type: ChangeType, draft: ChangeDraft, { base, head }: Comparison): Change {
  const template = type.messages[draft.messageId];
  if (template === undefined) throw new Error(`Change type ${type.id} has no message "${draft.messageId}"`);
  const params = draft.params ?? {};
  const impact = type.impacts.find(({ holds }) => holds === undefined || holds(params));
  if (impact === undefined) throw new Error(`Change type ${type.id} has no impact for its change`);
  const area = type.area === 'of-the-setting' ? draft.area : type.area;
  if (area === undefined) throw new Error(`Change type ${type.id} says no area`);
  return {
    id: type.id,
    area,
    layer: areaLayers[area],
    action: type.action,
    impact: impact.level,
    reason: impact.reason,
    params,
    message: fillMessage(template, params),
    ...(base === null
      ? {}
      : { base: locate(base.document, draft.baseAt ?? draft.at, draft.target, draft.baseRange) }),
    ...(head === null ? {} : { head: locate(head.document, draft.at, draft.target, draft.headRange) }),
  };
}

function compareChanges(a: Change, b: Change): number {
  return (
    layers.indexOf(a.layer) - layers.indexOf(b.layer) ||
    impacts.indexOf(a.impact) - impacts.indexOf(b.impact) ||
    comparePlaces(a.head, b.head) ||
    comparePlaces(a.base, b.base) ||
    compareTexts(a.id, b.id) ||
    compareTexts(JSON.stringify(a.params), JSON.stringify(b.params))
  );
}

function comparePlaces(a: ChangeLocation | undefined, b: ChangeLocation | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.range.start.line - b.range.start.line || a.range.start.column - b.range.start.column;
}

/** By code unit: the same on every machine. */
function compareTexts(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
