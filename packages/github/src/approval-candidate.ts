import type { Account } from './account.ts';

/** A comment's command or a review that may become an approval. */
export interface Candidate {
  /** Null when the account is gone. */
  readonly account: Account | null;
  readonly at: string;
  readonly url: string | null;
  readonly via: 'comment' | 'review' | 'dashboard';
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

/** Somebody's word on one change, given to the team's review dashboard. */
export interface GivenDecision {
  readonly fingerprint: string;
  readonly verdict: 'approved' | 'rejected';
  readonly by: string;
  /** GitHub's number of the account. */
  readonly userId: number;
  /** ISO 8601 in UTC. */
  readonly at: string;
  readonly reason: string;
  readonly url: string | null;
}

/** An approving review. */
export interface ReviewCandidate extends Candidate {
  /** Empty when GitHub does not tell. */
  readonly commitSha: string;
}
