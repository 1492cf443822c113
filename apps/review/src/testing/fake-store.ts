import type { Report } from '@topodiff/report';
import { extractFleet } from '../store/fleet-extract.ts';
import type {
  AuditEntry,
  Decision,
  FleetRecord,
  Page,
  PullRequestRecord,
  RepositoryRecord,
  ReviewQuery,
  ReviewSummary,
  Revision,
  Store,
  Visible,
} from '../store/store.ts';

/** One pull request with the reports of its pushes, oldest first. */
export interface FakeReview {
  readonly repository: RepositoryRecord;
  readonly pullRequest: PullRequestRecord;
  readonly reports: readonly { readonly id: string; readonly report: Report; readonly createdAt: Date }[];
}

/** What a test looks at after a request. */
export interface FakeStore extends Store {
  readonly decisions: readonly (Decision & { readonly number: number })[];
  readonly audit: readonly Omit<AuditEntry, 'at'>[];
  readonly queries: readonly ReviewQuery[];
}

/** Keeps reviews in memory: only what the pages use; everything else throws. */
export function makeFakeStore(
  reviews: readonly FakeReview[],
  options: { readonly now?: () => Date; readonly next?: string | null } = {},
): FakeStore {
  const decisions: (Decision & { number: number; repositoryId: number })[] = [];
  const audit: Omit<AuditEntry, 'at'>[] = [];
  const queries: ReviewQuery[] = [];
  const now = options.now ?? (() => new Date('2026-11-27T12:00:00Z'));
  const find = (repositoryId: number, number: number) =>
    reviews.find((one) => one.repository.id === repositoryId && one.pullRequest.number === number) ?? null;
  const seen = (visible: Visible) =>
    reviews.filter(({ repository }) => visible === 'all' || visible.has(repository.id));
  const used: Partial<Store> = {
    listReviews: (query, visible) => {
      queries.push(query);
      const items = seen(visible)
        .map(summaryOf)
        .filter(({ pullRequest }) => pullRequest.title.includes(query.search ?? ''));
      return answer<Page<ReviewSummary>>({ items, next: options.next ?? null });
    },
    listRepositories: (visible) =>
      answer([...new Map(seen(visible).map(({ repository }) => [repository.id, repository])).values()]),
    findRepository: (fullName) =>
      answer(reviews.find(({ repository }) => repository.fullName === fullName)?.repository ?? null),
    findReview: (repositoryId, number) => {
      const review = find(repositoryId, number);
      return answer(review === null ? null : summaryOf(review));
    },
    listRevisions: (repositoryId, number) => {
      const review = find(repositoryId, number);
      return answer(review === null ? [] : revisionsOf(review));
    },
    loadReport: (repositoryId, number, id) =>
      answer(find(repositoryId, number)?.reports.find((one) => one.id === id)?.report ?? null),
    listFleet: (visible) => answer(seen(visible).map(fleetOf)),
    saveDecision: (decision) => {
      const saved = { ...decision, id: String(decisions.length + 1), createdAt: now(), revokedAt: null };
      decisions.unshift(saved);
      return answer<Decision>(saved);
    },
    listDecisions: (repositoryId, number) =>
      answer(decisions.filter((one) => one.repositoryId === repositoryId && one.number === number)),
    revokeDecision: (repositoryId, number, id, userId) => {
      const at = decisions.findIndex(
        (one) =>
          one.id === id &&
          one.repositoryId === repositoryId &&
          one.number === number &&
          one.userId === userId &&
          one.revokedAt === null,
      );
      const decision = decisions[at];
      if (decision === undefined) return answer(false);
      decisions[at] = { ...decision, revokedAt: now() };
      return answer(true);
    },
    writeAudit: (entry) => {
      audit.push(entry);
      return answer(undefined);
    },
  };
  const shown = { ...used, decisions, audit, queries };
  return new Proxy(shown, {
    get(target, name) {
      if (name in target) return Reflect.get(target, name) as unknown;
      throw new Error(`The pages are not meant to use ${String(name)} of the store`);
    },
  }) as FakeStore; // what is not there throws
}

function answer<Value>(value: Value): Promise<Value> {
  return Promise.resolve(value);
}

function newestOf({ reports }: FakeReview) {
  const newest = reports.at(-1);
  if (newest === undefined) throw new Error('A review has a report');
  return newest;
}

function summaryOf(review: FakeReview): ReviewSummary {
  const { repository, pullRequest, reports } = review;
  const { id, report, createdAt } = newestOf(review);
  const findings = report.models.flatMap((model) => model.findings);
  const changed = report.models.filter(({ changes }) => changes.length > 0);
  return {
    repository,
    pullRequest,
    revisionId: id,
    revisions: reports.length,
    headSha: report.comparison?.head.sha ?? '',
    conclusion: report.conclusion,
    label: changed[0]?.label ?? '',
    changedModels: changed.length,
    worstSeverity:
      (['error', 'warning', 'info'] as const).find((severity) =>
        findings.some((finding) => finding.severity === severity),
      ) ?? null,
    blockingFindings: findings.filter(({ isBlocking }) => isBlocking).length,
    gpus: report.fleet.gpus,
    approvalState: report.approvals?.state ?? 'not-needed',
    updatedAt: createdAt,
  };
}

function revisionsOf({ reports }: FakeReview): readonly Revision[] {
  return reports
    .map(({ id, report, createdAt }, index) => ({
      id,
      ordinal: index + 1,
      headSha: report.comparison?.head.sha ?? '',
      baseSha: report.comparison?.base.sha ?? '',
      run: { id: 1000 + index, attempt: 1 },
      conclusion: report.conclusion,
      uploadedBy: 'oidc' as const,
      createdAt,
    }))
    .reverse();
}

function fleetOf(review: FakeReview): FleetRecord {
  const { id, report, createdAt } = newestOf(review);
  return {
    repository: review.repository,
    pullRequest: review.pullRequest,
    revisionId: id,
    updatedAt: createdAt,
    ...extractFleet(report),
  };
}
