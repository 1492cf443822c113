import type { Account } from './account.ts';

/** One push, as GitHub remembers it: who moved a branch from where to where. */
export interface Activity {
  readonly id: number;
  readonly type: 'push' | 'force_push' | 'branch_creation';
  /** In full, for example `refs/heads/main`. */
  readonly ref: string;
  readonly before: string;
  readonly after: string;
  readonly actor: Account;
  readonly at: string;
}
