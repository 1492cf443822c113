import { spawn } from 'node:child_process';
import { UserError } from './user-error.ts';

/** How a git command ended. */
export interface GitResult {
  readonly exitCode: number;
  readonly stdout: Buffer;
  readonly stderr: string;
}

/** Its output; a command that failed is a UserError. */
export async function expectSuccess(result: Promise<GitResult>): Promise<Buffer> {
  const finished = await result;
  if (finished.exitCode !== 0) throw new UserError(describeFailure(finished));
  return finished.stdout;
}

/** Git's own words in one line: they say what to do. */
export function describeFailure({ exitCode, stderr }: GitResult): string {
  const words = stderr.trim().replace(/\s+/g, ' ');
  return `git failed: ${words === '' ? `exit code ${exitCode}` : words}`;
}

/** What a command is given, and how much of its output is wanted. */
export interface GitRun {
  readonly mostBytes?: number;
  readonly input?: string;
}

/** Runs git to its end, or until it has written more than `mostBytes`. */
export function runGit(
  directory: string,
  args: readonly string[],
  { mostBytes = Infinity, input }: GitRun = {},
): Promise<GitResult> {
  return new Promise((settle, reject) => {
    // A prompt would hang in CI, and messages are read in English.
    const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', LC_ALL: 'C' };
    const child = spawn('git', ['-c', 'core.quotePath=false', ...args], {
      cwd: directory,
      env,
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    child.stdin.on('error', () => undefined); // git ended before it read all: its exit code says why
    child.stdin.end(input ?? '');
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let bytes = 0;
    child.stdout.on('data', (chunk: Buffer) => {
      stdout.push(chunk);
      bytes += chunk.byteLength;
      if (bytes > mostBytes) child.kill();
    });
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        error.code === 'ENOENT'
          ? new UserError('git is not installed (or the directory does not exist)')
          : error,
      );
    });
    child.on('close', (exitCode) => {
      settle({
        exitCode: bytes > mostBytes ? 0 : (exitCode ?? 1),
        stdout: Buffer.concat(stdout),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
}
