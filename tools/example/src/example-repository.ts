import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const sides = fileURLToPath(new URL('../pull-request', import.meta.url));

/**
 * Makes a git repository with a branch `main` and a branch `wider`: a change from tp 4 to pptp 8, a quoted
 * nproc-per-node, a clean change and a removed model. Author and dates are fixed, so that the ids are too.
 */
export function makeExampleRepository(folder: string): void {
  mkdirSync(folder, { recursive: true });
  git(folder, 'init', '--quiet', '--initial-branch=main');
  cpSync(join(sides, 'base'), folder, { recursive: true });
  commitAll(folder, 'Serve four models');
  git(folder, 'checkout', '--quiet', '-b', 'wider');
  rmSync(join(folder, 'serving'), { recursive: true });
  cpSync(join(sides, 'head'), folder, { recursive: true });
  commitAll(folder, 'Give the large models eight GPUs');
  git(folder, 'checkout', '--quiet', 'main');
}

function commitAll(folder: string, message: string): void {
  git(folder, 'add', '--all');
  git(folder, 'commit', '--quiet', '--no-gpg-sign', '--message', message);
}

function git(folder: string, ...args: string[]): void {
  const person = { NAME: 'Ada', EMAIL: 'ada@example.org', DATE: '2026-01-01T12:00:00Z' };
  const env = Object.fromEntries(
    ['AUTHOR', 'COMMITTER'].flatMap((role) =>
      Object.entries(person).map(([name, value]) => [`GIT_${role}_${name}`, value]),
    ),
  );
  // The person's own git configuration (hooks, signing, attributes) must not change the example.
  const isolation = { GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd: folder, env: { ...process.env, ...env, ...isolation }, stdio: 'pipe' });
}
