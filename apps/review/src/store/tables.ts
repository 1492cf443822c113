import type { Generated, Kysely, Transaction } from 'kysely';
import type { ApprovalState, Decision, ReportUpload, ReviewSummary } from './store.ts';

/** The connection, or the transaction, that the store's statements run in. */
export type Database = Kysely<Tables> | Transaction<Tables>;

/**
 * The tables as their newest migration leaves them. JSON is kept as text: `jsonb` refuses the NUL characters and the lone
 * surrogates that texts of a pull request may hold, and would order the keys anew.
 */
export interface Tables {
  repositories: RepositoriesTable;
  pull_requests: PullRequestsTable;
  revisions: RevisionsTable;
  decisions: DecisionsTable;
  sessions: SessionsTable;
  used_token_ids: UsedTokenIdsTable;
  repository_tokens: RepositoryTokensTable;
  audit_log: AuditLogTable;
}

interface RepositoriesTable {
  id: number;
  full_name: string;
  /** Lower case, made by this program: the embedded database lowers ASCII letters only. */
  lookup_name: string;
  /** When the name was last reported: of two repositories that had one name, the newer has it. */
  named_at: Date;
}

/** One row for each pull request, with what the list shows of its newest revision. */
export interface PullRequestsTable {
  id: Generated<number>;
  repository_id: number;
  number: number;
  title: string;
  author: string;
  url: string;
  base_ref: string;
  head_ref: string;
  newest_revision_id: string;
  newest_run_id: number;
  newest_run_attempt: number;
  /** Revisions that are kept; `last_ordinal` counts those that were deleted, too. */
  revisions: number;
  last_ordinal: number;
  head_sha: string;
  conclusion: ReviewSummary['conclusion'];
  label: string;
  changed_models: number;
  /** `none` instead of null, so that one index serves every filter. */
  worst_severity: NonNullable<ReviewSummary['worstSeverity']> | 'none';
  blocking_findings: number;
  gpus_base: number;
  gpus_head: number;
  approval_state: ApprovalState;
  /** JSON of `RequiredApproval[]`: what the state is computed from. */
  required_approvals: string;
  /** Words to search by, a `tsvector`; written as an array of words. */
  words: string;
  updated_at: Date;
}

interface RevisionsTable {
  id: string;
  pull_request_id: number;
  ordinal: number;
  run_id: number;
  run_attempt: number;
  /** Of the canonical JSON, in hexadecimal digits. */
  sha256: string;
  report: string;
  /** JSON of what the fleet page shows, so that it need not read whole reports. */
  fleet: string;
  head_sha: string;
  base_sha: string;
  conclusion: ReviewSummary['conclusion'];
  uploaded_by: ReportUpload['uploadedBy'];
  created_at: Date;
}

/** One row for each decision, taken back or not. */
export interface DecisionsTable {
  id: string;
  /** In the order in which they were taken, also within a millisecond. */
  ordinal: Generated<number>;
  pull_request_id: number;
  fingerprint: string;
  verdict: Decision['verdict'];
  reason: string;
  login: string;
  user_id: number;
  created_at: Date;
  revoked_at: Date | null;
}

interface SessionsTable {
  token_hash: string;
  user_id: number;
  login: string;
  encrypted_token: string;
  csrf_token: string;
  expires_at: Date;
}

interface UsedTokenIdsTable {
  /** SHA-256 of the id: an issuer's ids have no greatest length. */
  id_hash: string;
  expires_at: Date;
}

interface RepositoryTokensTable {
  id: string;
  repository_id: number;
  name: string;
  token_hash: string;
  created_at: Date;
  last_used_at: Date | null;
  revoked_at: Date | null;
}

interface AuditLogTable {
  id: Generated<number>;
  at: Date;
  actor: string;
  action: string;
  repository_id: number | null;
  /** JSON */
  detail: string;
}
