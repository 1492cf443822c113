import { createHash } from 'node:crypto';

/** The word in the header of an object of Git. */
export type GitObjectKind = 'blob' | 'tree' | 'commit' | 'tag';

/** One object of Git's store: its kind and its bytes without Git's header. */
export interface GitObject {
  readonly kind: GitObjectKind;
  readonly content: Buffer;
}

/** The SHA-1 under which Git stores an object of this kind and content. */
export function hashGitObject(kind: GitObjectKind, content: Uint8Array): string {
  return createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex');
}
