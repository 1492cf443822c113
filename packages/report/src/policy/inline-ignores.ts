import type { ModelConfigDocument } from '@topodiff/schema';
import { isCalendarDay } from '@topodiff/schema';
import { describeUnknownRule } from './known-rules.ts';
import { findTextsOfValues } from './texts-of-values.ts';

/** A comment that accepts findings of a rule on one line: `# topodiff-ignore rule-id -- reason until 2027-01-31`. */
export interface InlineIgnore {
  /** Rules that exist. */
  readonly ruleIds: readonly string[];
  readonly reason: string;
  /** The last day on which it counts; null when none is named. */
  readonly until: string | null;
  /** Where the comment stands, 1-based. */
  readonly line: number;
  readonly column: number;
  /** The line whose findings it accepts: its own after a value, else the next that is no comment and not empty. */
  readonly targetLine: number;
  /** What stands in that line. */
  readonly targetText: string;
}

/** A comment that is meant as one and cannot be used, or not for all that it names. */
export interface InlineIgnoreProblem {
  readonly message: string;
  readonly line: number;
  readonly column: number;
}

/** What the comments of one text say, and where a finding without a line stands. */
export interface InlineIgnores {
  readonly ignores: readonly InlineIgnore[];
  readonly problems: readonly InlineIgnoreProblem[];
  /** The first line that is no comment and not empty: a key that is missing at the top level is missing there. */
  readonly firstLine: number;
}

const directive = /(^|[ \t])#\s*topodiff-ignore(?![\w-])(.*)$/;

/** Every `topodiff-ignore` comment of a text. The time grows with the text. */
export function findInlineIgnores(document: ModelConfigDocument): InlineIgnores {
  const text = document.text.replace(/^\ufeff/, '');
  if (!text.includes('topodiff-ignore')) return { ignores: [], problems: [], firstLine: 1 };
  const isInValue = findTextsOfValues(document);
  const lines = text.split(/\r\n|\n|\r/);
  const nextLines = findNextLines(lines);
  const ignores: InlineIgnore[] = [];
  const problems: InlineIgnoreProblem[] = [];
  for (const [index, content] of lines.entries()) {
    const match = directive.exec(content);
    if (match === null) continue;
    const place = { line: index + 1, column: match.index + (match[1] ?? '').length + 1 };
    if (isInValue(place.line, place.column)) continue;
    const read = readDirective(match[2] ?? '');
    if (typeof read === 'string') {
      problems.push({ message: read, ...place });
      continue;
    }
    const unknown = read.ruleIds.flatMap((id) => describeUnknownRule(id) ?? []);
    problems.push(...unknown.map((message) => ({ message: `topodiff-ignore: ${message}`, ...place })));
    const ruleIds = read.ruleIds.filter((id) => describeUnknownRule(id) === null);
    if (ruleIds.length === 0) continue;
    const isAlone = content.slice(0, match.index).trim() === '';
    const target = isAlone ? (nextLines[index] ?? index) : index;
    const targetText = (lines[target] ?? '').trim();
    ignores.push({ ...read, ruleIds, ...place, targetLine: target + 1, targetText });
  }
  const first = lines.findIndex((content) => !isBlank(content));
  return { ignores, problems, firstLine: Math.max(first, 0) + 1 };
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
    return `topodiff-ignore ends at ${JSON.stringify(until.slice(0, 40))}, which is no day as 2027-01-31`;
  }
  return { ruleIds: [...new Set(ruleIds)], reason: reason.trim(), until: until ?? null };
}

/** For each line the next one after it that is no comment and not empty; the line itself when there is none. */
function findNextLines(lines: readonly string[]): readonly number[] {
  const next: number[] = [];
  let nearest: number | null = null;
  for (let index = lines.length - 1; index >= 0; index -= 1) {
    next[index] = nearest ?? index;
    if (!isBlank(lines[index] ?? '')) nearest = index;
  }
  return next;
}

function isBlank(line: string): boolean {
  return /^\s*(?:#|$)/.test(line);
}
