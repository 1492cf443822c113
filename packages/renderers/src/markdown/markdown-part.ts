import type { PartWords } from '../reading/ledger.ts';
import type { Reduction } from './fit-budget.ts';

/** The parts of a page that can be shown in part, each a list of whole items. */
export const markdownParts = [
  'reasons',
  'budgets',
  'notices',
  'rows',
  'unchanged',
  'approvals',
  'approvalNotes',
  'blocking',
  'others',
  'accepted',
  'folded',
  'fleet',
  'details',
  'skipped',
] as const;

/** The name of one of the parts. */
export type MarkdownPart = (typeof markdownParts)[number];

/** One value for each part. */
export function forEachPart<Value>(
  valueOf: (part: MarkdownPart) => Value,
): Readonly<Record<MarkdownPart, Value>> {
  // the list holds all parts: the type is made of it
  return Object.fromEntries(markdownParts.map((part) => [part, valueOf(part)])) as Record<
    MarkdownPart,
    Value
  >;
}

/** What a ledger calls the items of each part. */
export const partWords: Readonly<Record<MarkdownPart, PartWords>> = {
  reasons: { noun: 'reason' },
  budgets: { noun: 'exceeded budget' },
  notices: { noun: 'notice' },
  rows: { noun: 'model' },
  unchanged: { noun: 'model', before: 'Without change: ' },
  approvals: { noun: 'change', before: 'Approvals of ' },
  approvalNotes: { noun: 'remark', before: 'On approvals: ' },
  blocking: { noun: 'blocking finding' },
  others: { noun: 'finding' },
  accepted: { noun: 'accepted finding' },
  folded: { noun: 'further finding' },
  fleet: { noun: 'row', before: 'GPUs by pool and budget: ' },
  details: { noun: 'model', before: 'Details of ' },
  skipped: { noun: 'skipped file' },
};

/** What stands between two items of a part. */
export function separatorOf(part: MarkdownPart): string {
  return part === 'details' ? '\n\n' : '\n';
}

/**
 * What gives way first when the page is over its budget: details, then findings that do not block beyond ten, then
 * what is folded, then rows beyond thirty, then remarks; blocking findings, approvals, rows and budgets go last.
 */
export const reductions: readonly Reduction<MarkdownPart>[] = [
  { part: 'details', keep: 0 },
  { part: 'others', keep: 10 },
  { part: 'folded', keep: 0 },
  { part: 'accepted', keep: 0 },
  { part: 'fleet', keep: 0 },
  { part: 'rows', keep: 30 },
  { part: 'skipped', keep: 0 },
  { part: 'others', keep: 0 },
  { part: 'approvalNotes', keep: 0 },
  { part: 'notices', keep: 0 },
  { part: 'reasons', keep: 0 },
  { part: 'blocking', keep: 10 },
  { part: 'approvals', keep: 10 },
  { part: 'rows', keep: 0 },
  // Its ledger is longer than the row; only with the rest of the table does it take room.
  { part: 'unchanged', keep: 0 },
  { part: 'blocking', keep: 0 },
  { part: 'approvals', keep: 0 },
  { part: 'budgets', keep: 0 },
];
