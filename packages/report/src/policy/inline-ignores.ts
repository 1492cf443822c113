import type { ConfigPath, ConfigValue, ModelConfigDocument } from '@topodiff/schema';
import { isCalendarDay } from '@topodiff/schema';

/** A comment that accepts findings of a rule on one line: `# topodiff-ignore rule-id -- reason until 2027-01-31`. */
export interface InlineIgnore {
  readonly ruleIds: readonly string[];
  readonly reason: string;
  /** The last day on which it counts; null when none is named. */
  readonly until: string | null;
  /** Where the comment stands, 1-based. */
  readonly line: number;
  readonly column: number;
  /** The line whose findings it accepts: its own after a value, else the next that is no comment and not empty. */
  readonly targetLine: number;
}

/** A comment that is meant as one and cannot be used. */
export interface InlineIgnoreProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

export interface InlineIgnores {
  readonly ignores: readonly InlineIgnore[];
  readonly problems: readonly InlineIgnoreProblem[];
}

const directive = /(^|[ \t])#\s*topodiff-ignore\b(.*)$/;

/** Every `topodiff-ignore` comment of a text. The time grows with the text. */
export function findInlineIgnores(document: ModelConfigDocument): InlineIgnores {
  const { text } = document;
  if (!text.includes('topodiff-ignore')) return { ignores: [], problems: [] };
  const isInValue = findTextsOfValues(document);
  const lines = text.split(/\r\n|\n|\r/);
  const ignores: InlineIgnore[] = [];
  const problems: InlineIgnoreProblem[] = [];
  for (const [index, content] of lines.entries()) {
    const match = directive.exec(content);
    if (match === null) continue;
    const place = { line: index + 1, column: match.index + (match[1] ?? '').length + 1 };
    if (isInValue(place.line, place.column)) continue;
    const read = readDirective(match[2] ?? '');
    if (typeof read === 'string') problems.push({ message: read, ...place });
    else {
      const isAlone = content.slice(0, match.index).trim() === '';
      ignores.push({ ...read, ...place, targetLine: isAlone ? nextLine(lines, index) : place.line });
    }
  }
  return { ignores, problems };
}

/** Whether a comment stood at the same node of the other side, with the same words. */
export function isInOtherSide(
  { ruleIds, reason, until }: InlineIgnore,
  path: ConfigPath,
  other: ModelConfigDocument,
): boolean {
  const lines = (['key', 'value'] as const).map((target) => other.rangeOf(path, target).range.start.line);
  return findInlineIgnores(other).ignores.some(
    (ignore) =>
      ignore.ruleIds.join() === ruleIds.join() &&
      ignore.reason === reason &&
      ignore.until === until &&
      (lines.includes(ignore.targetLine) || lines.includes(ignore.line)),
  );
}

function readDirective(rest: string): Pick<InlineIgnore, 'ruleIds' | 'reason' | 'until'> | string {
  const separator = rest.indexOf(' -- ');
  const ruleIds = rest
    .slice(0, separator === -1 ? undefined : separator)
    .split(/[\s,]+/)
    .filter((id) => id !== '');
  const usage = 'write `# topodiff-ignore rule-id -- reason until 2027-01-31`';
  if (ruleIds.length === 0) return `topodiff-ignore names no rule: ${usage}`;
  const reasonAndDay = separator === -1 ? '' : rest.slice(separator + 4).trim();
  const [, reason = '', until] = /^(.*?)(?:\s*\buntil\s+(\S+))?$/s.exec(reasonAndDay) ?? [];
  if (reason.trim() === '') return `topodiff-ignore gives no reason: ${usage}`;
  if (until !== undefined && !isCalendarDay(until)) {
    return `topodiff-ignore ends at ${JSON.stringify(until)}, which is no day as 2027-01-31`;
  }
  return { ruleIds, reason: reason.trim(), until: until ?? null };
}

function nextLine(lines: readonly string[], index: number): number {
  const next = lines.findIndex((line, at) => at > index && !/^\s*(?:#.*)?$/.test(line));
  return (next === -1 ? index : next) + 1;
}

/** Whether a place is inside a quoted or block text, where `#` begins no comment. */
function findTextsOfValues({
  frontend,
  handler,
}: ModelConfigDocument): (line: number, column: number) => boolean {
  const root = [frontend, handler].find((reading) => reading.outcome === 'loaded')?.root ?? null;
  const texts: ConfigValue[] = [];
  const visit = (value: ConfigValue): void => {
    if (value.kind === 'map') {
      for (const entry of value.entries) {
        visit(entry.key);
        visit(entry.value);
      }
    } else if (value.kind === 'list') value.items.forEach(visit);
    else if (value.source.includes('#')) texts.push(value);
  };
  if (root !== null) visit(root);
  return (line, column) =>
    texts.some(({ range: { start, end } }) => {
      const isAfterStart = line > start.line || (line === start.line && column >= start.column);
      return isAfterStart && (line < end.line || (line === end.line && column < end.column));
    });
}
