import type { Reduction } from './fit-budget.ts';

/** The parts of a page that can be shown in part, each a list of whole items. */
export type MarkdownPart =
  'reasons' | 'notices' | 'rows' | 'unchanged' | 'blocking' | 'others' | 'folded' | 'details' | 'skipped';

/**
 * What gives way first when the page is over its budget: details, then findings that do not block beyond ten, then
 * what is folded, then the row of unchanged models, then rows beyond thirty; blocking findings go last.
 */
export const reductions: readonly Reduction<MarkdownPart>[] = [
  { part: 'details', keep: 0 },
  { part: 'others', keep: 10 },
  { part: 'folded', keep: 0 },
  { part: 'unchanged', keep: 0 },
  { part: 'rows', keep: 30 },
  { part: 'skipped', keep: 0 },
  { part: 'others', keep: 0 },
  { part: 'notices', keep: 0 },
  { part: 'reasons', keep: 0 },
  { part: 'blocking', keep: 10 },
  { part: 'rows', keep: 0 },
  { part: 'blocking', keep: 0 },
];
