import type { DiffSide } from '../git/patch-lines.ts';
import type { Account, App } from './account.ts';

/** The verdict of a submitted review, in GitHub's words. */
export type ReviewState = 'APPROVED' | 'CHANGES_REQUESTED' | 'COMMENTED' | 'DISMISSED';

/** A submitted review of a pull request. Times are as in GitHub's answers. */
export interface Review {
  readonly id: number;
  readonly author: Account;
  readonly state: ReviewState;
  /** Empty when there is none. */
  readonly body: string;
  /** The commit that was reviewed. */
  readonly commitId: string;
  readonly submittedAt: string;
  /** The App whose token wrote it, null for people. */
  readonly app: App | null;
}

/** What a review says about lines of a file: `line` is the last of them, `startLine` the first where there are several. */
export interface ReviewRemark {
  readonly path: string;
  readonly line: number;
  /** The side of the diff that the lines are counted on; `RIGHT` when not given. */
  readonly side?: DiffSide;
  readonly startLine?: number | null;
  readonly startSide?: DiffSide | null;
  readonly body: string;
}

/** A remark of a submitted review. Its lines are those of the commit that was reviewed. */
export interface ReviewComment {
  readonly id: number;
  readonly reviewId: number;
  readonly author: Account;
  readonly path: string;
  readonly line: number;
  readonly side: DiffSide;
  readonly startLine: number | null;
  readonly startSide: DiffSide | null;
  readonly body: string;
  /** The commit that was reviewed. */
  readonly commitId: string;
  /** The commit that its diff starts from; null without common history. */
  readonly mergeBaseSha: string | null;
  readonly createdAt: string;
  readonly updatedAt: string;
}
