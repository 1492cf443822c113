import type { MessageParams } from '@topodiff/schema';
import { sha256 } from './sha256.ts';

/** What a finding or a change is told by: everything but its words, its line and its severity. */
export interface Identity {
  /** The file's path at base, so that a rename keeps the fingerprint; at head when the file is new. */
  readonly file: string;
  /** Rule id and message id, or change id. */
  readonly kind: readonly string[];
  /** As people read it: `torchrun.nproc-per-node`. */
  readonly configPath: string;
  readonly params: MessageParams;
}

/**
 * Makes the fingerprints of one list: 32 hexadecimal digits of a SHA-256 that stay the same when the words, the lines or
 * the severity change. The second of two that are the same in everything gets another one than the first.
 */
export function makeFingerprints(identities: readonly Identity[]): readonly string[] {
  const seen = new Map<string, number>();
  return identities.map(({ file, kind, configPath, params }) => {
    const sorted = Object.entries(params).sort(([a], [b]) => (a < b ? -1 : 1));
    const identity = JSON.stringify([file, kind, configPath, sorted]);
    const earlier = seen.get(identity) ?? 0;
    seen.set(identity, earlier + 1);
    return sha256(earlier === 0 ? identity : `${identity} ${earlier}`).slice(0, 32);
  });
}
