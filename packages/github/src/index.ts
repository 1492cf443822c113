export { formatCommentMarker, type ReviewRun } from './comment-marker.ts';
export type { ExternalError, ExternalErrorKind } from './external-error.ts';
export {
  findChangedModelConfigs,
  type ChangedModelConfigs,
  type FindOptions,
  type FindOutcome,
} from './find-changed-model-configs.ts';
export type { GithubClient, GithubResponse, PullRequestRevision, RepositoryName } from './github-client.ts';
export { largestFileBytes, type DecodeBase64 } from './load-source-text.ts';

export { publishComment, type CommentOutcome, type CommentRequest } from './publish-comment.ts';
