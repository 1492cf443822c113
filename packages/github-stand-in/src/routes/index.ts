import type { Route } from '../server/route.ts';
import { createCheckRun, getCheckRun, listAnnotations, updateCheckRun } from './check-runs.ts';
import { compareCommits } from './comparison.ts';
import { getContents } from './contents.ts';
import { getGitBlob, getGitCommit, getGitTree } from './git-database.ts';
import { getReference, listMatchingReferences } from './git-references.ts';
import { createComment, deleteComment, getComment, listComments, updateComment } from './issue-comments.ts';
import { getPullRequest, listPullRequestFiles } from './pull-requests.ts';
import { getRepository } from './repository.ts';
import { createStatus, getCombinedStatus, listStatuses } from './statuses.ts';

/** Every REST endpoint of the stand-in; the OpenAPI subset is cut for exactly these. */
export const routes: readonly Route[] = [
  compareCommits,
  createCheckRun,
  createComment,
  createStatus,
  deleteComment,
  getCheckRun,
  getCombinedStatus,
  getComment,
  getContents,
  getGitBlob,
  getGitCommit,
  getGitTree,
  getPullRequest,
  getReference,
  getRepository,
  listAnnotations,
  listComments,
  listMatchingReferences,
  listPullRequestFiles,
  listStatuses,
  updateCheckRun,
  updateComment,
];
