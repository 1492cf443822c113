import type { Reduction } from './fit-budget.ts';

/** The parts of a page that can be shown in part, each a list of whole items. */
export type MarkdownPart =
  | 'reasons'
  | 'budgets'
  | 'notices'
  | 'rows'
  | 'unchanged'
  | 'approvals'
  | 'approvalNotes'
  | 'blocking'
  | 'others'
  | 'accepted'
  | 'folded'
  | 'fleet'
  | 'details'
  | 'skipped';

/**
 * What gives way first when the page is over its budget: details, then findings that do not block beyond ten, then
 * what is folded, then the row of unchanged models, then rows beyond thirty; blocking findings, approvals and budgets go
 * last.
 */
export const reductions: readonly Reduction<MarkdownPart>[] = [
  { part: 'details', keep: 0 },
  { part: 'others', keep: 10 },
  { part: 'folded', keep: 0 },
  { part: 'accepted', keep: 0 },
  { part: 'fleet', keep: 0 },
  { part: 'unchanged', keep: 0 },
  { part: 'rows', keep: 30 },
  { part: 'skipped', keep: 0 },
  { part: 'others', keep: 0 },
  { part: 'approvalNotes', keep: 0 },
  { part: 'notices', keep: 0 },
  { part: 'reasons', keep: 0 },
  { part: 'blocking', keep: 10 },
  { part: 'approvals', keep: 10 },
  { part: 'rows', keep: 0 },
  { part: 'blocking', keep: 0 },
  { part: 'approvals', keep: 0 },
  { part: 'budgets', keep: 0 },
];
