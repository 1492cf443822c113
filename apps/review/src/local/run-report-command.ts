import { spawn } from 'node:child_process';
import type { LocalReview } from '../configuration.ts';
import { StartError } from '../start-error.ts';

const mostBytes = 64 * 1024 * 1024;
const mostMilliseconds = 120_000;

/**
 * What the command prints: a JSON report. Exit codes tell of findings, so that only an output that is no JSON object is
 * a failure, told by the command's own first line.
 *
 * @throws StartError
 */
export async function runReportCommand({
  command,
  folder,
}: Pick<LocalReview, 'command' | 'folder'>): Promise<string> {
  const { stdout, stderr } = await runToEnd(command, folder);
  if (stdout.startsWith('{') && stdout.trimEnd().endsWith('}')) return stdout;
  const [line = ''] = stderr.trim().split('\n');
  throw new StartError(
    line.replace(/^topodiff: /, '') || 'the command that reads the repository printed no report',
  );
}

function runToEnd(
  [program = '', ...args]: readonly string[],
  folder: string,
): Promise<{ readonly stdout: string; readonly stderr: string }> {
  return new Promise((settle, reject) => {
    const child = spawn(program, args, {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: mostMilliseconds,
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    let bytes = 0;
    const collect = (chunks: Buffer[]) => (chunk: Buffer) => {
      bytes += chunk.byteLength;
      if (bytes > mostBytes) child.kill();
      else chunks.push(chunk);
    };
    child.stdout.on('data', collect(stdout));
    child.stderr.on('data', collect(stderr));
    child.on('error', (error: NodeJS.ErrnoException) => {
      reject(
        new StartError(`cannot run the command that reads the repository: ${error.code ?? error.message}`),
      );
    });
    child.on('close', () => {
      settle({
        stdout: Buffer.concat(stdout).toString('utf8'),
        stderr: Buffer.concat(stderr).toString('utf8'),
      });
    });
  });
}
