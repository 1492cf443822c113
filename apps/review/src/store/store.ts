import type { Report } from '@topodiff/report';

/** A repository of GitHub that reports were uploaded for. */
export interface RepositoryRecord {
  /** GitHub's number: it survives a rename. */
  readonly id: number;
  /** `owner/name` as of the newest upload. */
  readonly fullName: string;
}

/** What an upload says about its pull request. Reported by CI: shown, and never believed for an approval. */
export interface PullRequestRecord {
  readonly number: number;
  readonly title: string;
  readonly author: string;
  readonly url: string;
  readonly baseRef: string;
  readonly headRef: string;
}

/** Which workflow run uploaded a report. */
export interface RunRecord {
  readonly id: number;
  readonly attempt: number;
}

/** A report to keep. */
export interface ReportUpload {
  readonly repository: RepositoryRecord;
  readonly pullRequest: PullRequestRecord;
  readonly run: RunRecord;
  readonly report: Report;
  /** How the upload was let in: for the audit log and the page. */
  readonly uploadedBy: 'oidc' | 'repository-token' | 'local';
  /** Who uploads, for the audit log; without him, it says nothing of the upload. */
  readonly actor?: string;
}

/** `known`: the same report of the same run is there already; uploading twice is uploading once. */
export interface SavedReport {
  readonly kind: 'stored' | 'known';
  readonly revisionId: string;
}

/** How the approvals of a review stand together: one rejection outweighs all, and one that is missing is waited for. */
export type ApprovalState = 'not-needed' | 'pending' | 'approved' | 'rejected';

/** One row of the list of reviews: a pull request by its newest revision. */
export interface ReviewSummary {
  readonly repository: RepositoryRecord;
  readonly pullRequest: PullRequestRecord;
  readonly revisionId: string;
  readonly revisions: number;
  readonly headSha: string;
  readonly conclusion: Report['conclusion'];
  /** `tp 4 GPUs → pptp 8 GPUs` of the worst changed model, or of none. */
  readonly label: string;
  readonly changedModels: number;
  readonly worstSeverity: 'error' | 'warning' | 'info' | null;
  readonly blockingFindings: number;
  readonly gpus: { readonly base: number; readonly head: number };
  readonly approvalState: ApprovalState;
  readonly updatedAt: Date;
}

/** The list's filters, all optional, as they stand in the URL. */
export interface ReviewQuery {
  /** Words in title, repository, author or label. */
  readonly search?: string;
  readonly repository?: string;
  readonly severity?: 'error' | 'warning' | 'info';
  readonly approval?: ApprovalState;
  readonly conclusion?: Report['conclusion'];
  /** Opaque; from `Page.next`. */
  readonly after?: string;
  readonly limit: number;
}

/** A part of a long list, and where the next one begins. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** Cursor of the page behind this one; null on the last. */
  readonly next: string | null;
}

/** Repositories that somebody may see: all of them (local mode), or those numbers. */
export type Visible = 'all' | ReadonlySet<number>;

/** One uploaded report of a pull request, without the report itself. */
export interface Revision {
  readonly id: string;
  /** 1 for the first of the pull request. */
  readonly ordinal: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly run: RunRecord;
  readonly conclusion: Report['conclusion'];
  readonly uploadedBy: ReportUpload['uploadedBy'];
  readonly createdAt: Date;
}

/** A person's word on one change, bound to its fingerprint. The newest one of a person counts. */
export interface Decision {
  readonly id: string;
  readonly fingerprint: string;
  readonly verdict: 'approved' | 'rejected';
  readonly reason: string;
  readonly login: string;
  readonly userId: number;
  readonly createdAt: Date;
  /** Taken back by the same person; null while it stands. */
  readonly revokedAt: Date | null;
}

/** A decision before it is stored. */
export interface NewDecision {
  readonly repositoryId: number;
  readonly number: number;
  readonly fingerprint: string;
  readonly verdict: Decision['verdict'];
  readonly reason: string;
  readonly login: string;
  readonly userId: number;
}

/** A signed-in person's session. The token of the cookie is kept as a hash only. */
export interface SessionRecord {
  readonly tokenHash: string;
  readonly userId: number;
  readonly login: string;
  /** The user's token of GitHub, encrypted. */
  readonly encryptedToken: string;
  readonly csrfToken: string;
  readonly expiresAt: Date;
}

/** A token that lets one repository upload, kept as a hash only. */
export interface RepositoryTokenRecord {
  readonly id: string;
  readonly repositoryId: number;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
}

/** One line of the audit log. `detail` never holds a secret. */
export interface AuditEntry {
  readonly at: Date;
  readonly actor: string;
  readonly action: string;
  readonly repositoryId: number | null;
  readonly detail: Readonly<Record<string, string | number | boolean | null>>;
}

/** The newest report of one repository by which its fleet is shown. */
export interface FleetRecord {
  readonly repository: RepositoryRecord;
  readonly pullRequest: PullRequestRecord;
  readonly revisionId: string;
  readonly updatedAt: Date;
  readonly fleet: Report['fleet'];
  /** Path, pool and effective GPUs at head of each model that the report lists. */
  readonly models: readonly { readonly path: string; readonly pool: string | null; readonly gpus: number }[];
}

/**
 * Where the service keeps what it knows: the same SQL on the embedded database and on PostgreSQL. Reports are checked
 * against the wire schema when they are written and when they are read; an older format is upgraded on reading. Every
 * method that changes something does so in one transaction: nothing is half-written.
 */
export interface Store {
  /** The line of the audit log is written with the report, or neither is. */
  saveReport(upload: ReportUpload): Promise<SavedReport>;
  /** Newest first. */
  listReviews(query: ReviewQuery, visible: Visible): Promise<Page<ReviewSummary>>;
  listRepositories(visible: Visible): Promise<readonly RepositoryRecord[]>;
  findRepository(fullName: string): Promise<RepositoryRecord | null>;
  findReview(repositoryId: number, number: number): Promise<ReviewSummary | null>;
  /** Newest first. */
  listRevisions(repositoryId: number, number: number): Promise<readonly Revision[]>;
  /** Null when there is none, or when it belongs to another pull request. */
  loadReport(repositoryId: number, number: number, revisionId: string): Promise<Report | null>;
  listFleet(visible: Visible): Promise<readonly FleetRecord[]>;

  saveDecision(decision: NewDecision): Promise<Decision>;
  /** Newest first, revoked ones included. */
  listDecisions(repositoryId: number, number: number): Promise<readonly Decision[]>;
  /** False when there is none of this person that stands. */
  revokeDecision(repositoryId: number, number: number, decisionId: string, userId: number): Promise<boolean>;

  saveSession(session: SessionRecord): Promise<void>;
  /** Null when it is unknown or has expired. */
  findSession(tokenHash: string): Promise<SessionRecord | null>;
  deleteSession(tokenHash: string): Promise<void>;

  /** True the first time that an id is used; ids are kept until they expire. */
  useTokenId(id: string, expiresAt: Date): Promise<boolean>;
  addRepositoryToken(
    repository: RepositoryRecord,
    name: string,
    tokenHash: string,
  ): Promise<RepositoryTokenRecord>;
  /** The token of a hash, with its use noted; null when it is unknown or revoked. */
  useRepositoryToken(tokenHash: string): Promise<RepositoryTokenRecord | null>;
  listRepositoryTokens(repositoryId: number): Promise<readonly RepositoryTokenRecord[]>;
  revokeRepositoryToken(repositoryId: number, tokenId: string): Promise<boolean>;

  writeAudit(entry: Omit<AuditEntry, 'at'>): Promise<void>;
  /** Newest first. */
  listAudit(visible: Visible, limit: number): Promise<readonly AuditEntry[]>;

  /** Deletes reports that are older than so many days and no pull request's newest, and what has expired. Returns how many reports. */
  deleteOlderThan(days: number): Promise<number>;
  /** Throws when the database does not answer. */
  ping(): Promise<void>;
  close(): Promise<void>;
}
