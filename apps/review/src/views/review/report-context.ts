import type { Report } from '@topodiff/report';
import type { DiffLayout } from '../frame/preferences.ts';
import { makePageIds, type PageIds } from '../parts/page-ids.ts';

/** What the parts of a report need of each other to stand on one page. */
export interface ReportContext {
  readonly report: Report;
  readonly isComparison: boolean;
  /** `https://github.com/owner/name`; null where the files are in no repository. */
  readonly repositoryUrl: string | null;
  readonly shas: { readonly base: string | null; readonly head: string | null };
  readonly diff: DiffLayout;
  /** Where the page is with another layout of its text diffs; null where it has no address of its own. */
  readonly layoutHref: ((layout: DiffLayout) => string) | null;
  readonly ids: PageIds;
}

/** The context of a report on one page; each page has its own, because ids are handed out by it. */
export function makeReportContext(
  report: Report,
  options: Pick<ReportContext, 'repositoryUrl' | 'diff' | 'layoutHref'>,
): ReportContext {
  return {
    ...options,
    report,
    isComparison: report.comparison !== null,
    shas: { base: report.comparison?.base.sha ?? null, head: report.comparison?.head.sha ?? null },
    ids: makePageIds(),
  };
}
