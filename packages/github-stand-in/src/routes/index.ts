import type { Route } from '../server/route.ts';
import { listActivities } from './activities.ts';
import {
  createCheckRun,
  getCheckRun,
  listAnnotations,
  listCheckRunsOfCommit,
  updateCheckRun,
} from './check-runs.ts';
import { getCollaboratorPermission } from './collaborators.ts';
import { compareCommits } from './comparison.ts';
import { getContents } from './contents.ts';
import { getGitBlob, getGitCommit, getGitTree } from './git-database.ts';
import { getReference, listMatchingReferences } from './git-references.ts';
import { createComment, deleteComment, getComment, listComments, updateComment } from './issue-comments.ts';
import { listPullRequestCommits, listPullRequests, listPullRequestsOfCommit } from './pull-request-lists.ts';
import { getPullRequest, listPullRequestFiles } from './pull-requests.ts';
import { getRepository } from './repository.ts';
import { listReviewComments } from './review-comments.ts';
import { createReview, dismissReview, listReviews } from './reviews.ts';
import { createStatus, getCombinedStatus, listStatuses } from './statuses.ts';
import { getTeamMembership } from './team-memberships.ts';
import { getAuthenticatedUser, listRepositoriesOfUser } from './users.ts';

/** Every REST endpoint of the stand-in; the OpenAPI subset is cut for exactly these. */
export const routes: readonly Route[] = [
  compareCommits,
  createCheckRun,
  createComment,
  createReview,
  createStatus,
  deleteComment,
  dismissReview,
  getAuthenticatedUser,
  getCheckRun,
  getCollaboratorPermission,
  getCombinedStatus,
  getComment,
  getContents,
  getGitBlob,
  getGitCommit,
  getGitTree,
  getPullRequest,
  getReference,
  getRepository,
  getTeamMembership,
  listActivities,
  listAnnotations,
  listCheckRunsOfCommit,
  listComments,
  listMatchingReferences,
  listPullRequestCommits,
  listPullRequestFiles,
  listPullRequests,
  listPullRequestsOfCommit,
  listRepositoriesOfUser,
  listReviewComments,
  listReviews,
  listStatuses,
  updateCheckRun,
  updateComment,
];
