import type { Account } from './account.ts';

/** A comment's command or a review that may become an approval. */
export interface Candidate {
  /** Null when the account is gone. */
  readonly account: Account | null;
  readonly at: string;
  readonly url: string | null;
  readonly via: 'comment' | 'review';
  readonly reason: string;
  readonly fingerprint: string | null;
  /** One clause: why it does not count; null as long as nothing speaks against it. */
  readonly problem: string | null;
}

/** A command of a comment. */
export interface CommentCandidate extends Candidate {
  readonly commentId: number;
  /** GraphQL's name of the comment. */
  readonly nodeId: string;
}

/** An approving review. */
export interface ReviewCandidate extends Candidate {
  /** Empty when GitHub does not tell. */
  readonly commitSha: string;
}
