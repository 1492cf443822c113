import { spawn } from 'node:child_process';
import { UserError } from './user-error.ts';

/** A file that differs between two revisions. Modes are git's octal text: `100644`, `120000` for a link. */
export interface ChangedFile {
  readonly path: string;
  readonly previousPath: string | null;
  readonly base: { readonly sha: string; readonly mode: string } | null;
  readonly head: { readonly sha: string; readonly mode: string } | null;
}

/** Reads a git repository by its own commands; nothing of the repository is run or checked out. */
export interface GitRepository {
  /** Commit ids of both revisions and of their merge base. Throws UserError for a revision that does not exist. */
  resolveRevisions(base: string, head: string): Promise<{ base: string; head: string; mergeBase: string }>;
  /** Files that differ, renames detected; paths are relative to the repository's top folder. */
  listChangedFiles(base: string, head: string): Promise<readonly ChangedFile[]>;
  /** One blob. */
  readBlob(sha: string): Promise<Uint8Array>;
  /** A file at a revision, or null when it is not there. */
  readFileAt(revision: string, path: string): Promise<Uint8Array | null>;
}

/** The repository that a directory belongs to; every call fails with a UserError when there is none. */
export function gitRepository(directory: string): GitRepository {
  const run = (args: readonly string[]) => runGit(directory, args);
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
        '-l0',
        '--end-of-options',
        base,
        head,
      ];
      return parseRawDiff((await expectSuccess(run(args))).toString('utf8'));
    },
    async readBlob(sha) {
      return expectSuccess(run(['cat-file', 'blob', sha]));
    },
    async readFileAt(revision, path) {
      const entry = (
        await expectSuccess(run(['ls-tree', '-z', '--full-tree', revision, '--', path]))
      ).toString('utf8');
      const match = /^(\d+) blob ([0-9a-f]+)\t/.exec(entry);
      return match?.[2] === undefined ? null : expectSuccess(run(['cat-file', 'blob', match[2]]));
    },
  };
}

/** Reads the output of `git diff-tree --raw -z`. */
export function parseRawDiff(output: string): readonly ChangedFile[] {
  const fields = output.split('\0');
  const files: ChangedFile[] = [];
  for (let index = 0; index < fields.length;) {
    const header = /^:(\d+) (\d+) ([0-9a-f]+) ([0-9a-f]+) ([A-Z])\d*$/.exec(fields[index] ?? '');
    if (header === null) break;
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

interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

async function expectSuccess(result: Promise<GitResult>): Promise<Buffer> {
  const { exitCode, stdout, stderr } = await result;
  if (exitCode !== 0)
    throw new UserError(`git failed: ${stderr.trim().split('\n')[0] ?? `exit code ${exitCode}`}`);
  return stdout;
}

function runGit(directory: string, args: readonly string[]): Promise<GitResult> {
  return new Promise((resolve, reject) => {
    // Lazy fetching and prompts would hang in CI; textual configuration must not change the output.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const child = spawn('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: directory,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new UserError('git is not installed (or the directory does not exist)')
          : error,
      );
    });
    child.on('close', (exitCode) => {
      resolve({
        exitCode: exitCode ?? 1,
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
}
