import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { GitObjectKind } from './git-object.ts';
import type { ObjectStore } from './object-store.ts';

/** Branches and tags of a local repository, and the branch that HEAD names. */
export interface ImportedRefs {
  /** Full name, for example `refs/heads/main`, to SHA. */
  readonly refs: ReadonlyMap<string, string>;
  /** Null when HEAD is detached. */
  readonly headBranch: string | null;
}

/** Variables such as GIT_DIR, which Git sets for hooks, would send us to another repository. */
function environmentWithoutGit(): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_')));
}

async function runGit(
  path: string,
  args: readonly string[],
  exitCodes: readonly number[] = [0],
): Promise<Buffer> {
  const child = spawn('git', ['-C', path, ...args], {
    env: environmentWithoutGit(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: Buffer[] = [];
  const talk: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => talk.push(chunk));
  await once(child, 'close');
  if (child.exitCode === null || !exitCodes.includes(child.exitCode)) {
    throw new Error(`git ${args.join(' ')} in ${path}: ${Buffer.concat(talk).toString('utf8').trim()}`);
  }
  return Buffer.concat(output);
}

const kinds: ReadonlySet<string> = new Set(['blob', 'tree', 'commit', 'tag']);

function isObjectKind(kind: string): kind is GitObjectKind {
  return kinds.has(kind);
}

/** Reads the answer of `git cat-file --batch`: a line `sha kind size`, the bytes, a line feed, and so on. */
function addBatch(store: ObjectStore, batch: Buffer): void {
  for (let at = 0; at < batch.length;) {
    const lineEnd = batch.indexOf(0x0a, at);
    const [sha = '', kind = '', size = ''] = batch.toString('latin1', at, lineEnd).split(' ');
    if (!isObjectKind(kind)) throw new Error(`git cat-file answered "${sha} ${kind}"`);
    const end = lineEnd + 1 + Number(size);
    store.addHashed(sha, { kind, content: Buffer.from(batch.subarray(lineEnd + 1, end)) });
    at = end + 1;
  }
}

/**
 * Reads every object of a local Git repository into the store, with the SHAs that Git gave them.
 *
 * @param path - the working tree or the bare repository
 * @throws Error with Git's own words when there is no repository at `path`
 */
export async function importObjects(store: ObjectStore, path: string): Promise<ImportedRefs> {
  addBatch(store, await runGit(path, ['cat-file', '--batch', '--batch-all-objects']));
  const listed = await runGit(path, [
    'for-each-ref',
    '--format=%(objectname) %(refname)',
    'refs/heads',
    'refs/tags',
  ]);
  const refs = listed
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): [string, string] => [line.slice(41), line.slice(0, 40)]);
  const head = (await runGit(path, ['symbolic-ref', '--quiet', '--short', 'HEAD'], [0, 1]))
    .toString('utf8')
    .trim();
  return { refs: new Map(refs), headBranch: head === '' ? null : head };
}
