import type { RepositoryName } from './github-client.ts';

/** What is compared, at one moment, as an event or the API describes it. */
export interface ReviewRange extends RepositoryName {
  /** The pull request; null for a push, a merge group, a run by hand. */
  readonly number: number | null;
  /** Branch that the head goes into: its live tip holds the policy that counts. */
  readonly baseRef: string;
  /** Base as the event names it: of a pull request the tip of the base branch. */
  readonly baseSha: string;
  readonly headRef: string;
  readonly headSha: string;
  /** Compare with where head branched off base (a pull request), or with base itself (a push, a merge group). */
  readonly start: 'merge-base' | 'base';
  /** The pull request that a merge queue tests with this commit: its approvals count. */
  readonly queuedPullRequest?: number;
}
