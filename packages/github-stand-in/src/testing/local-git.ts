import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A Git repository in a folder of its own, for comparing with Git itself. */
export interface LocalGit {
  readonly path: string;
  readonly git: (...args: readonly string[]) => string;
  readonly remove: () => void;
}

/** Starts an empty repository on the branch `main`, with nobody's configuration. */
export function createLocalGit(): LocalGit {
  const path = mkdtempSync(join(tmpdir(), 'stand-in-git-'));
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-C', path, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        PATH: process.env['PATH'],
        GIT_CONFIG_GLOBAL: '/dev/null',
        GIT_CONFIG_SYSTEM: '/dev/null',
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_AUTHOR_DATE: '1767225600 +0000',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
        GIT_COMMITTER_DATE: '1767225600 +0000',
      },
    });
  git('init', '--quiet', '--initial-branch', 'main');
  return { path, git, remove: () => rmSync(path, { recursive: true, force: true }) };
}
