import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import { loadReportSchema } from '@topodiff/report';
import type { Report } from '@topodiff/report';
import { writeAudit } from './audit.ts';
import { canonicalJson, hashText } from './canonical-json.ts';
import { extractFleet } from './fleet-extract.ts';
import { recordRepository } from './record-repository.ts';
import { computeApprovalState, listRequiredApprovals } from './required-approval.ts';
import { splitWords } from './search-words.ts';
import { selectDecisions } from './select-decisions.ts';
import { storableText } from './storable.ts';
import type { ReportUpload, SavedReport } from './store.ts';
import { summariseReport } from './summarise-report.ts';
import type { Database, Tables } from './tables.ts';

/**
 * Stores a report, once: the same one of the same attempt of the same run is `known`. One of an older run than the newest
 * that is stored is kept, and does not become what the list shows.
 *
 * @throws ZodError when the report does not follow its format
 */
export async function saveReport(
  db: Kysely<Tables>,
  upload: ReportUpload,
  now: () => Date,
): Promise<SavedReport> {
  const report = (await loadReportSchema()).parse(upload.report);
  const sha256 = hashText(canonicalJson(report));
  return db.transaction().execute(async (transaction) => {
    // From here on, uploads for the repository wait for each other: of many equal ones, one is the first.
    await recordRepository(transaction, upload.repository, now());
    const review = await transaction
      .selectFrom('pull_requests')
      .select(['id', 'newest_run_id', 'newest_run_attempt', 'last_ordinal'])
      .where('repository_id', '=', upload.repository.id)
      .where('number', '=', upload.pullRequest.number)
      // A decision that is being saved is waited for, and waits.
      .forUpdate()
      .executeTakeFirst();
    const known = review && (await findKnown(transaction, review.id, upload, sha256));
    if (known !== undefined) return { kind: 'known', revisionId: known };

    const revisionId = randomUUID();
    const at = now();
    const reviewId =
      review === undefined
        ? await insertReview(transaction, upload, report, revisionId, at)
        : await updateReview(transaction, review, upload, report, revisionId, at);
    await transaction
      .insertInto('revisions')
      .values({
        id: revisionId,
        pull_request_id: reviewId,
        ordinal: (review?.last_ordinal ?? 0) + 1,
        run_id: upload.run.id,
        run_attempt: upload.run.attempt,
        sha256,
        report: JSON.stringify(report),
        fleet: JSON.stringify(extractFleet(report)),
        head_sha: storableText(report.comparison?.head.sha ?? ''),
        base_sha: storableText(report.comparison?.base.sha ?? ''),
        conclusion: report.conclusion,
        uploaded_by: upload.uploadedBy,
        created_at: at,
      })
      .execute();
    if (upload.actor !== undefined) await writeUpload(transaction, upload, upload.actor, revisionId, now);
    return { kind: 'stored', revisionId };
  });
}

/** In the transaction of the report: a process that is killed behind it would leave a report that nobody uploaded. */
function writeUpload(
  transaction: Database,
  { repository, pullRequest, run }: ReportUpload,
  actor: string,
  revisionId: string,
  now: () => Date,
): Promise<void> {
  const detail = { number: pullRequest.number, revisionId, run: run.id, attempt: run.attempt };
  return writeAudit(transaction, { actor, action: 'upload', repositoryId: repository.id, detail }, now);
}

async function findKnown(
  transaction: Database,
  reviewId: number,
  { run }: ReportUpload,
  sha256: string,
): Promise<string | undefined> {
  const row = await transaction
    .selectFrom('revisions')
    .select('id')
    .where('pull_request_id', '=', reviewId)
    .where('run_id', '=', run.id)
    .where('run_attempt', '=', run.attempt)
    .where('sha256', '=', sha256)
    .executeTakeFirst();
  return row?.id;
}

async function insertReview(
  transaction: Database,
  upload: ReportUpload,
  report: Report,
  revisionId: string,
  at: Date,
): Promise<number> {
  const newest = newestColumns(upload, report, revisionId, at);
  const { id } = await transaction
    .insertInto('pull_requests')
    .values({
      repository_id: upload.repository.id,
      number: upload.pullRequest.number,
      revisions: 1,
      last_ordinal: 1,
      approval_state: computeApprovalState(listRequiredApprovals(report), []),
      ...newest,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

interface KnownReview {
  readonly id: number;
  readonly newest_run_id: number;
  readonly newest_run_attempt: number;
}

async function updateReview(
  transaction: Database,
  review: KnownReview,
  upload: ReportUpload,
  report: Report,
  revisionId: string,
  at: Date,
): Promise<number> {
  const update = transaction
    .updateTable('pull_requests')
    .set((row) => ({ revisions: row('revisions', '+', 1), last_ordinal: row('last_ordinal', '+', 1) }))
    .where('id', '=', review.id);
  if (isOlder(upload.run, review)) {
    await update.execute();
    return review.id;
  }
  const decisions = await selectDecisions(transaction, review.id);
  await update
    .set({
      ...newestColumns(upload, report, revisionId, at),
      approval_state: computeApprovalState(listRequiredApprovals(report), decisions),
    })
    .execute();
  return review.id;
}

function isOlder(run: ReportUpload['run'], newest: KnownReview): boolean {
  if (run.id !== newest.newest_run_id) return run.id < newest.newest_run_id;
  return run.attempt < newest.newest_run_attempt;
}

/** What a pull request's row takes from its newest revision. */
function newestColumns(
  { repository, pullRequest, run }: ReportUpload,
  report: Report,
  revisionId: string,
  at: Date,
) {
  const summary = summariseReport(report);
  const words = splitWords(
    [pullRequest.title, repository.fullName, pullRequest.author, summary.label].join(' '),
  );
  return {
    ...summary,
    title: storableText(pullRequest.title),
    author: storableText(pullRequest.author),
    url: storableText(pullRequest.url),
    base_ref: storableText(pullRequest.baseRef),
    head_ref: storableText(pullRequest.headRef),
    newest_revision_id: revisionId,
    newest_run_id: run.id,
    newest_run_attempt: run.attempt,
    required_approvals: JSON.stringify(listRequiredApprovals(report)),
    words: sql<string>`array_to_tsvector(${words}::text[])`,
    updated_at: at,
  };
}
