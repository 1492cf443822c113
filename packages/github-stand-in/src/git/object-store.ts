import { parseCommit } from './commit.ts';
import type { GitCommit } from './commit.ts';
import { hashGitObject } from './git-object.ts';
import type { GitObject, GitObjectKind } from './git-object.ts';
import { parseTree } from './tree.ts';
import type { TreeEntry } from './tree.ts';

/** The Git objects of a repository and all of its forks, by SHA. Objects are never removed. */
export class ObjectStore {
  readonly #objects = new Map<string, GitObject>();
  readonly #trees = new Map<string, readonly TreeEntry[]>();
  readonly #commits = new Map<string, GitCommit>();

  /** Stores an object and returns its SHA. */
  add(kind: GitObjectKind, content: Uint8Array): string {
    const sha = hashGitObject(kind, content);
    if (!this.#objects.has(sha)) this.#objects.set(sha, { kind, content: Buffer.from(content) });
    return sha;
  }

  /** Stores an object whose SHA somebody else computed. */
  addHashed(sha: string, object: GitObject): void {
    this.#objects.set(sha, object);
  }

  read(sha: string): GitObject | undefined {
    return this.#objects.get(sha);
  }

  /** The bytes of a blob, or undefined when there is no blob of that SHA. */
  readBlob(sha: string): Buffer | undefined {
    const object = this.#objects.get(sha);
    return object?.kind === 'blob' ? object.content : undefined;
  }

  /** The rows of a tree, or undefined when there is no tree of that SHA. */
  readTree(sha: string): readonly TreeEntry[] | undefined {
    const known = this.#trees.get(sha);
    if (known !== undefined) return known;
    const object = this.#objects.get(sha);
    if (object?.kind !== 'tree') return undefined;
    const entries = parseTree(object.content);
    this.#trees.set(sha, entries);
    return entries;
  }

  /** A commit, or undefined when there is no commit of that SHA. */
  readCommit(sha: string): GitCommit | undefined {
    const known = this.#commits.get(sha);
    if (known !== undefined) return known;
    const object = this.#objects.get(sha);
    if (object?.kind !== 'commit') return undefined;
    const commit = parseCommit(object.content);
    this.#commits.set(sha, commit);
    return commit;
  }

  /** Follows annotated tags to what they name; undefined when it is not there. */
  peel(sha: string): string | undefined {
    const object = this.#objects.get(sha);
    if (object?.kind !== 'tag') return object === undefined ? undefined : sha;
    const target = /^object ([0-9a-f]{40})$/m.exec(object.content.toString('utf8'))?.[1];
    return target === undefined ? undefined : this.peel(target);
  }
}
