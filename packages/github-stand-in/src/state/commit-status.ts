import type { Account } from './account.ts';

/** What a status says of its commit. */
export type StatusState = 'error' | 'failure' | 'pending' | 'success';

/** A status of one commit; of those with one context the newest counts. */
export interface CommitStatus {
  readonly id: number;
  readonly sha: string;
  readonly state: StatusState;
  readonly context: string;
  readonly description: string | null;
  readonly targetUrl: string | null;
  readonly creator: Account;
  readonly createdAt: string;
}
