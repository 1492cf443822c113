export { formatCommentMarker, type ReviewRun } from './comment-marker.ts';
export type { ExternalError, ExternalErrorKind } from './external-error.ts';
export {
  findModelConfigs,
  type FindOptions,
  type FindOutcome,
  type FoundModelConfigs,
} from './find-model-configs.ts';
export type { GithubClient, GithubResponse, RepositoryName } from './github-client.ts';
export { largestFileBytes, type DecodeBase64 } from './load-source-text.ts';

export {
  loadTextAt,
  openRepository,
  type OpenOutcome,
  type RepositoryView,
  type Revision,
} from './open-repository.ts';
export type { ReviewRange } from './review-range.ts';
export { pauseBetweenWritesMs, spaceWrites } from './space-writes.ts';
export { publishComment, type CommentOutcome, type CommentRequest } from './publish-comment.ts';
