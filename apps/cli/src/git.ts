import { relative, resolve, sep } from 'node:path';
import { largestFileBytes } from './largest-file-bytes.ts';
import { describeFailure, expectSuccess, runGit, type GitRun } from './run-git.ts';
import { UserError } from './user-error.ts';

/** What a revision has at a path. Modes are git's octal text: `100644`, `120000` for a link, `040000` for a folder. */
export interface GitEntry {
  readonly sha: string;
  readonly mode: string;
}

/** A file that differs between two revisions. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly base: GitEntry | null;
  readonly head: GitEntry | null;
}

/** Reads a git repository by its own commands; nothing of the repository is run or checked out. */
export interface GitRepository {
  /** Commit ids of both revisions and of their merge base. Throws UserError for a revision that does not exist. */
  resolveRevisions(base: string, head: string): Promise<{ base: string; head: string; mergeBase: string }>;
  /** Files that differ, renames detected; paths are relative to the repository's top folder. */
  listChangedFiles(base: string, head: string): Promise<readonly ChangedFile[]>;
  /** One blob; of one that is larger than a model-config can be, somewhat more than that. */
  readBlob(sha: string): Promise<Uint8Array>;
  /** Many blobs by two runs of git; one that is missing, or larger than a model-config can be, is not among them. */
  readBlobs(shas: readonly string[]): Promise<ReadonlyMap<string, Uint8Array>>;
  /** Every file of a revision by its path from the top folder. */
  listFiles(revision: string): Promise<ReadonlyMap<string, GitEntry>>;
  /** How many commits a revision has that another one does not have. */
  countCommits(from: string, to: string): Promise<number>;
  /** What a revision has at a path from the top folder, or null when there is nothing. */
  entryAt(revision: string, path: string): Promise<GitEntry | null>;
  /** A path as a person gives it in this directory, from the repository's top folder; that folder is `''`. */
  pathFromTop(path: string): Promise<string>;
}

/** The repository that a directory belongs to; every call fails with a UserError when there is none. */
export function gitRepository(directory: string): GitRepository {
  const run = (args: readonly string[], more?: GitRun) => runGit(directory, args, more);
  const resolveCommit = async (revision: string): Promise<string> => {
    const result = await run([
      'rev-parse',
      '--verify',
      '--quiet',
      '--end-of-options',
      `${revision}^{commit}`,
    ]);
    if (result.exitCode === 0) return result.stdout.toString('utf8').trim();
    if (/not a git repository/i.test(result.stderr))
      throw new UserError(`${directory} is not in a git repository`);
    if (result.stderr.startsWith('fatal:')) throw new UserError(describeFailure(result));
    throw new UserError(`git knows no revision ${JSON.stringify(revision)}; fetch it, or check the name`);
  };
  return {
    async resolveRevisions(base, head) {
      const baseCommit = await resolveCommit(base);
      const headCommit = await resolveCommit(head);
      const result = await run(['merge-base', baseCommit, headCommit]);
      if (result.exitCode !== 0) {
        throw new UserError(
          `${base} and ${head} have no common commit here; in a shallow clone fetch more history (git fetch --unshallow)`,
        );
      }
      return { base: baseCommit, head: headCommit, mergeBase: result.stdout.toString('utf8').trim() };
    },
    async listChangedFiles(base, head) {
      const args = [
        'diff-tree',
        '-r',
        '-z',
        '--raw',
        '--no-abbrev',
        '-M',
        // More files than this are paired by equal content only: telling them apart takes their product in time.
        '-l1000',
        '--end-of-options',
        base,
        head,
      ];
      return parseRawDiff((await expectSuccess(run(args))).toString('utf8'));
    },
    async readBlob(sha) {
      return expectSuccess(run(['cat-file', 'blob', sha], { mostBytes: largestFileBytes }));
    },
    async readBlobs(shas) {
      const wanted = [...new Set(shas)];
      if (wanted.length === 0) return new Map();
      const ask = (how: string, names: readonly string[]) =>
        expectSuccess(run(['cat-file', how], { input: names.map((name) => `${name}\n`).join('') }));
      const sizes = (await ask('--batch-check=%(objectname) %(objectsize)', wanted)).toString('utf8');
      const small = [...sizes.matchAll(/^([0-9a-f]+) (\d+)$/gm)].flatMap(([, name = '', size]) =>
        Number(size) <= largestFileBytes ? [name] : [],
      );
      return small.length === 0 ? new Map() : parseBlobs(await ask('--batch', small));
    },
    async listFiles(revision) {
      const tree = await expectSuccess(run(['ls-tree', '-r', '-z', '--full-tree', revision]));
      return parseTree(tree.toString('utf8'));
    },
    async countCommits(from, to) {
      const count = await expectSuccess(run(['rev-list', '--count', '--end-of-options', `${from}..${to}`]));
      return Number(count.toString('utf8').trim());
    },
    async entryAt(revision, path) {
      if (path === '') return { sha: revision, mode: '040000' };
      const entry = await expectSuccess(run(['ls-tree', '-z', '--full-tree', revision, '--', path]));
      const [, mode, sha] = /^(\d+) \w+ ([0-9a-f]+)\t/.exec(entry.toString('utf8')) ?? [];
      return mode === undefined || sha === undefined ? null : { sha, mode };
    },
    async pathFromTop(path) {
      const up = (await expectSuccess(run(['rev-parse', '--show-cdup']))).toString('utf8').trim();
      const fromTop = relative(resolve(directory, up), resolve(directory, path)).split(sep).join('/');
      if (fromTop === '..' || fromTop.startsWith('../'))
        throw new UserError(`${path} is not in this repository`);
      return fromTop;
    },
  };
}

/**
 * Reads the output of `git diff-tree --raw -z`.
 *
 * @throws Error for anything else: to stop there would leave files out.
 */
export function parseRawDiff(output: string): readonly ChangedFile[] {
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  // The last field is the empty one behind the last NUL.
  for (let index = 0; index < fields.length - 1;) {
    const header = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[index] ?? '');
    if (header === null) {
      throw new Error(`git diff-tree wrote what is no line of it: ${JSON.stringify(fields[index])}`);
    }
    const [, baseMode = '', headMode = '', baseSha = '', headSha = '', letter] = header;
    const isRename = letter === 'R' || letter === 'C';
    const first = fields[index + 1] ?? '';
    const path = isRename ? (fields[index + 2] ?? '') : first;
    files.push({
      path,
      previousPath: letter === 'R' ? first : null,
      base: letter === 'A' || letter === 'C' ? null : { sha: baseSha, mode: baseMode },
      head: letter === 'D' ? null : { sha: headSha, mode: headMode },
    });
    index += isRename ? 3 : 2;
  }
  return files;
}

/** Reads the output of `git ls-tree -r -z`. */
export function parseTree(output: string): ReadonlyMap<string, GitEntry> {
  const files = new Map<string, GitEntry>();
  for (const line of output.split('\0')) {
    const [, mode, sha, path] = /^(\d+) \w+ ([0-9a-f]+)\t([^]+)$/.exec(line) ?? [];
    if (mode !== undefined && sha !== undefined && path !== undefined) files.set(path, { sha, mode });
  }
  return files;
}

/** Reads the output of `git cat-file --batch`: a line with id, type and size, then so many bytes and a line break. */
export function parseBlobs(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const blobs = new Map<string, Uint8Array>();
  for (let at = 0; at < output.length;) {
    const end = output.indexOf('\n', at);
    if (end === -1) break;
    const [, sha, size] = /^([0-9a-f]+) \w+ (\d+)$/.exec(output.toString('utf8', at, end)) ?? [];
    at = end + 1;
    if (sha === undefined || size === undefined) continue; // `SHA missing`
    blobs.set(sha, output.subarray(at, at + Number(size)));
    at += Number(size) + 1;
  }
  return blobs;
}
