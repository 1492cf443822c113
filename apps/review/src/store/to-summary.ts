import { sql } from 'kysely';
import type { Selectable } from 'kysely';
import type { ReviewSummary } from './store.ts';
import type { PullRequestsTable } from './tables.ts';

/** What a summary is made of: a row `p` of pull_requests, and its row `r` of repositories. */
export type SummaryRow = Omit<
  Selectable<PullRequestsTable>,
  'id' | 'words' | 'required_approvals' | 'newest_run_id' | 'newest_run_attempt' | 'last_ordinal'
> & { readonly review_id: number; readonly full_name: string };

/** The columns of `SummaryRow`. */
export const summaryColumns = sql`p.id as review_id, p.repository_id, r.full_name, p.number, p.title, p.author,
  p.url, p.base_ref, p.head_ref, p.newest_revision_id, p.revisions, p.head_sha, p.conclusion, p.label,
  p.changed_models, p.worst_severity, p.blocking_findings, p.gpus_base, p.gpus_head, p.approval_state, p.updated_at`;

/** A summary as the store hands it out. */
export function toSummary(row: SummaryRow): ReviewSummary {
  return {
    repository: { id: row.repository_id, fullName: row.full_name },
    pullRequest: {
      number: row.number,
      title: row.title,
      author: row.author,
      url: row.url,
      baseRef: row.base_ref,
      headRef: row.head_ref,
    },
    revisionId: row.newest_revision_id,
    revisions: row.revisions,
    headSha: row.head_sha,
    conclusion: row.conclusion,
    label: row.label,
    changedModels: row.changed_models,
    worstSeverity: row.worst_severity === 'none' ? null : row.worst_severity,
    blockingFindings: row.blocking_findings,
    gpus: { base: row.gpus_base, head: row.gpus_head },
    approvalState: row.approval_state,
    updatedAt: row.updated_at,
  };
}
