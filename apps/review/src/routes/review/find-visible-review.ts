import type { Request, Response } from 'express';
import { identityOf } from '../../auth/identity-of.ts';
import { visibleRepositories } from '../../auth/visible-repositories.ts';
import type { AppParts } from '../../app-parts.ts';
import type { RepositoryRecord, ReviewSummary, Revision } from '../../store/store.ts';
import type { Report } from '@topodiff/report';

/** A review that whoever asks may see. */
export interface VisibleReview {
  readonly repository: RepositoryRecord;
  readonly review: ReviewSummary;
}

/**
 * The review that an address names, when whoever asks may see it. Null for an unknown one and for another person's alike,
 * so that an answer never tells which repositories exist.
 */
export async function findVisibleReview(
  { store, github }: AppParts,
  request: Request,
  response: Response,
): Promise<VisibleReview | null> {
  const { owner, name, number } = request.params;
  if (typeof owner !== 'string' || typeof name !== 'string' || typeof number !== 'string') return null;
  if (!/^[1-9]\d{0,8}$/.test(number)) return null;
  // Asked whether or not there is such a repository: how GitHub fails, and how long it takes, would tell.
  const visible = await visibleRepositories(identityOf(response), github);
  const repository = await store.findRepository(`${owner}/${name}`);
  if (repository === null || (visible !== 'all' && !visible.has(repository.id))) return null;
  const review = await store.findReview(repository.id, Number(number));
  return review === null ? null : { repository, review };
}

/** One of the revisions of a review, with its report. */
export interface LoadedRevision {
  readonly revision: Revision;
  readonly report: Report;
  /** Newest first. */
  readonly revisions: readonly Revision[];
}

/** A revision of a review with its report: the one that is asked for, or the newest. Null when there is no such one. */
export async function loadRevision(
  { store }: AppParts,
  { repository, review }: VisibleReview,
  wanted: unknown,
): Promise<LoadedRevision | null> {
  const { number } = review.pullRequest;
  const id = wanted === undefined ? review.revisionId : wanted;
  if (typeof id !== 'string') return null;
  const revisions = await store.listRevisions(repository.id, number);
  const revision = revisions.find((one) => one.id === id);
  if (revision === undefined) return null;
  const report = await store.loadReport(repository.id, number, revision.id);
  return report === null ? null : { revision, report, revisions };
}
