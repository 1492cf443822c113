import { findPatchLine } from '../git/patch-lines.ts';
import type { DiffSide, FoundLine } from '../git/patch-lines.ts';
import type { ChangedFile } from '../git/list-changed-files.ts';
import type { Limits } from '../limits.ts';
import { listFilesBetween } from '../state/list-files-between.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { ReviewComment } from '../state/review.ts';

/** Where a remark is to stand. */
export interface RemarkPlace {
  readonly path: string;
  readonly line: number;
  readonly side: DiffSide;
  readonly startLine: number | null;
  readonly startSide: DiffSide | null;
}

/** The files that a review of a commit shows. */
export function listReviewedFiles(
  { baseRepository }: PullRequest,
  limits: Limits,
  mergeBaseSha: string | null,
  commitId: string,
): readonly ChangedFile[] {
  return listFilesBetween(baseRepository, limits, mergeBaseSha, commitId).slice(0, limits.pullRequestFiles);
}

/** What is wrong with the place of a remark, in GitHub's words; null when the diff shows all of it. */
export function findMisplacement(files: readonly ChangedFile[], place: RemarkPlace): string | null {
  const file = files.find(({ path }) => path === place.path);
  if (file === undefined) return 'Path could not be resolved';
  const patch = file.patch ?? '';
  const last = findPatchLine(patch, place.side, place.line);
  if (last === undefined) return 'Line could not be resolved';
  if (place.startLine === null) return null;
  const first = findPatchLine(patch, place.startSide ?? place.side, place.startLine);
  if (first === undefined) return 'Start line could not be resolved';
  if (first.line.position >= last.line.position) {
    return 'Pull request review thread start line must precede the end line.';
  }
  return first.hunk.header === last.hunk.header
    ? null
    : 'Pull request review thread start line must be part of the same hunk as the line.';
}

/** The line of a comment in the diff that was reviewed. */
export function findCommentedLine(
  pullRequest: PullRequest,
  limits: Limits,
  { path, line, side, mergeBaseSha, commitId }: ReviewComment,
): FoundLine | undefined {
  const file = listReviewedFiles(pullRequest, limits, mergeBaseSha, commitId).find(
    (candidate) => candidate.path === path,
  );
  return findPatchLine(file?.patch ?? '', side, line);
}
