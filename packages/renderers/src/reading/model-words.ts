import type { Report, ReportChange, ReportModel } from '@topodiff/report';
import { impactPhrases } from './count-impacts.ts';
import { isChanged } from './is-changed.ts';
import { quantity } from './quantity.ts';
import { settingsNotAsWritten } from './settings.ts';

/** A model that a reviewer has to look at: it changes, or something is found in it. */
export function hasRow(model: ReportModel): boolean {
  return isChanged(model) || model.findings.length > 0;
}

/** Files that a row names; the number of the others is exact. */
export const mostRelatedFiles = 3;

/** The label of the one side is not that of the other. */
export function hasNewTopology({ base, head }: ReportModel): boolean {
  return base?.topology.label !== head?.topology.label;
}

/** How many models are not among those to look at. */
export function countWithoutRow({ models, fleet }: Report): number {
  return models.filter((model) => !hasRow(model)).length + fleet.untouched.models;
}

/** `1 breaking change, 2 settings not taken as written`: what the details of a model hold; empty when that is nothing. */
export function detailsSummary(model: ReportModel): string {
  const settings = model.head === null ? [] : settingsNotAsWritten(model.head);
  return [
    ...(model.changes.length === 0
      ? []
      : [`${impactPhrases(model.changes).join(', ')} ${model.changes.length === 1 ? 'change' : 'changes'}`]),
    ...(settings.length === 0 ? [] : [`${quantity(settings.length, 'setting')} not taken as written`]),
    ...(model.resolvedFindings.length === 0
      ? []
      : [`${quantity(model.resolvedFindings.length, 'finding')} resolved`]),
  ].join(', ');
}

/** Where a change is: at head, or at base what head no longer has. */
export function placeOfChange(
  change: ReportChange,
  { path, previousPath }: ReportModel,
): {
  readonly words: string;
  readonly side: 'base' | 'head';
  readonly path: string;
  readonly range: NonNullable<ReportChange['head']>['range'];
} | null {
  if (change.head !== null) {
    const { range } = change.head;
    return { words: `line ${range.start.line}`, side: 'head', path, range };
  }
  if (change.base === null) return null;
  const { range } = change.base;
  return { words: `base line ${range.start.line}`, side: 'base', path: previousPath ?? path, range };
}

/** Rules whose findings are gone, each with their number, in the report's order. */
export function countResolved({ resolvedFindings }: ReportModel): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { ruleId } of resolvedFindings) counts.set(ruleId, (counts.get(ruleId) ?? 0) + 1);
  return counts;
}
