import type { Finding } from '@topodiff/rules';
import type { ModelConfigDocument } from '@topodiff/schema';
import { findInlineIgnores, type InlineIgnore, type InlineIgnores } from './inline-ignores.ts';

/** Where a finding stands. */
export type FindingPlace = Pick<Finding, 'ruleId' | 'path' | 'range' | 'isExactRange'>;

/** The `topodiff-ignore` comments of one text, by the lines that they are about. */
export interface PlacedIgnores extends Pick<InlineIgnores, 'ignores' | 'problems'> {
  readonly document: ModelConfigDocument;
  /** Those that are about the rule and the place of a finding. */
  of(finding: FindingPlace): readonly InlineIgnore[];
  /** Those that are about a line; of a key that is missing the line is that of its nearest parent. */
  at(line: number, isExact: boolean): readonly InlineIgnore[];
}

/** Looks for the comments of a text once. */
export function placeIgnores(document: ModelConfigDocument): PlacedIgnores {
  const { ignores, problems, firstLine } = findInlineIgnores(document);
  const byLine = new Map<number, InlineIgnore[]>();
  for (const ignore of ignores) {
    for (const line of new Set([ignore.line, ignore.targetLine])) {
      const others = byLine.get(line);
      if (others === undefined) byLine.set(line, [ignore]);
      else others.push(ignore);
    }
  }
  const at: PlacedIgnores['at'] = (line, isExact) => {
    const found = byLine.get(line) ?? [];
    if (isExact || line !== 1 || firstLine === 1) return found;
    // What is missing at the top level is shown in line 1, be it a comment.
    return [...new Set([...found, ...(byLine.get(firstLine) ?? [])])];
  };
  return {
    ignores,
    problems,
    document,
    at,
    of: ({ ruleId, range, isExactRange }) =>
      at(range.start.line, isExactRange).filter((ignore) => ignore.ruleIds.includes(ruleId)),
  };
}

/**
 * Whether a comment of head stood at base already, with the same words: at the same node, or, for a finding about the
 * text and no node of it, at a line with the same text.
 */
export function stoodAtBase(
  ignore: InlineIgnore,
  { path, range }: FindingPlace,
  head: PlacedIgnores,
  base: PlacedIgnores,
): boolean {
  const targets = (['key', 'value'] as const).filter(
    (target) => head.document.rangeOf(path, target).range.start.line === range.start.line,
  );
  if (targets.length === 0) {
    return base.ignores.some(
      (other) => hasSameWords(other, ignore) && other.targetText === ignore.targetText,
    );
  }
  return targets.some((target) => {
    const place = base.document.rangeOf(path, target);
    // A key that is new has at base only a parent, whose comment is about something else.
    if (place.isExact !== head.document.rangeOf(path, target).isExact) return false;
    return base.at(place.range.start.line, place.isExact).some((other) => hasSameWords(other, ignore));
  });
}

function hasSameWords(a: InlineIgnore, b: InlineIgnore): boolean {
  return a.ruleIds.join() === b.ruleIds.join() && a.reason === b.reason && a.until === b.until;
}
