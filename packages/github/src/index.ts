export { formatCommentMarker, type ReviewRun } from './comment-marker.ts';
export type { ExternalError, ExternalErrorKind } from './external-error.ts';
export {
  findModelConfigs,
  type FindOptions,
  type FindOutcome,
  type FoundModelConfigs,
} from './find-model-configs.ts';
export type { GithubClient, GithubResponse, RepositoryName } from './github-client.ts';
export type { DecodeBase64 } from './load-source-text.ts';
export {
  loadTextAt,
  openRepository,
  type OpenOutcome,
  type RepositoryView,
  type Revision,
} from './open-repository.ts';
export type { ReviewRange } from './review-range.ts';
export { pauseBetweenWritesMs, spaceWrites } from './space-writes.ts';
export { confirmPullRequest, type ConfirmOutcome, type ConfirmRequest } from './confirm-pull-request.ts';
export { publishComment, type CommentOutcome, type CommentRequest } from './publish-comment.ts';
export { publishCheckRun, type CheckRunOutcome, type CheckRunRequest } from './publish-check-run.ts';
export { publishStatus, type StatusOutcome } from './publish-status.ts';
export { withdrawSuccess } from './withdraw-success.ts';
export { publishSuggestions, type Suggestion, type SuggestionsOutcome } from './publish-suggestions.ts';
export {
  evaluateApprovals,
  unknownFingerprint,
  type ApprovalsOutcome,
  type CommandResult,
} from './evaluate-approvals.ts';
export { isCommand } from './parse-commands.ts';
export {
  findPullRequestOfRun,
  loadPullRequest,
  type PullRequestOutcome,
  type WorkflowRunHead,
} from './find-pull-request.ts';
export { replyOnPullRequest, type ReplyOutcome } from './reply-on-pull-request.ts';
export type { GivenDecision } from './approval-candidate.ts';
