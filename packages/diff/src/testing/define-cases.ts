import type { MessageParams } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { Impact } from '../change.ts';
import type { ChangeType } from '../change-type.ts';

/** Two texts of one file; markers (see testkit's `parseAnnotatedYaml`) draw where each side of a change stands. */
export interface ChangeCase {
  readonly name: string;
  /** YAML; null when the file does not exist on this side. */
  readonly base: string | null;
  readonly head: string | null;
  /** What differs from a host about which nothing is known. */
  readonly host?: Partial<HostProfile>;
  /** Where the base side's host differs from `host`. */
  readonly baseHost?: Partial<HostProfile>;
  /** The file's path on each side, when it was renamed. */
  readonly basePath?: string;
  readonly headPath?: string;
  /** Shown on the catalogue page. */
  readonly example?: true;
}

/** What one change says, beside its places. */
export interface ExpectedChange {
  readonly messageId: string;
  readonly params: MessageParams;
  readonly impact: Impact;
}

export interface ChangeCases {
  readonly type: ChangeType;
  readonly changed: readonly (ChangeCase & { readonly expected: readonly ExpectedChange[] })[];
  readonly unchanged: readonly ChangeCase[];
}

/** Says between which texts a change type sees a change, where and with which values, and between which it sees none. */
export function defineCases(type: ChangeType, cases: Omit<ChangeCases, 'type'>): ChangeCases {
  return { type, ...cases };
}

/** A host with that many GPUs, otherwise unknown. */
export function gpus(count: number): Partial<HostProfile> {
  return { gpus: count };
}
