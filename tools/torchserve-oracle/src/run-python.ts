import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';

/**
 * Runs one of the oracle's scripts and gives its standard output; its progress goes to stderr.
 *
 * @throws Error when the script fails.
 */
export function runPython(python: string, script: string, args: readonly string[], input = ''): string {
  const file = fileURLToPath(new URL(`../python/${script}`, import.meta.url));
  const { status, signal, error, stdout } = spawnSync(python, [file, ...args], {
    input,
    encoding: 'utf8',
    maxBuffer: Infinity,
    stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' },
  });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${script} ended with ${status ?? signal}`);
  return stdout;
}
