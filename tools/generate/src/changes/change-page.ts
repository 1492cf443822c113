import type { Change, ChangeType } from '@topodiff/diff';

/** A case of a change type that its catalogue entry shows, with what the type says about it. */
export interface ChangeExample {
  readonly name: string;
  /** The texts without markers; null where the file does not exist. */
  readonly base: string | null;
  readonly head: string | null;
  /** What is assumed about the hosts, in words; null for hosts about which nothing is known. */
  readonly assumption: string | null;
  readonly changes: readonly Change[];
}

/** Everything that a change type's entry is made of. */
export interface ChangeEntry {
  readonly type: ChangeType;
  readonly examples: readonly ChangeExample[];
}
