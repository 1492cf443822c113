import { expectSuccess, runGit } from '../run-git.ts';

/** How many files of the work tree differ from the commit that is checked out; new folders count as one. */
export async function countUncommitted(folder: string): Promise<number> {
  // Only looks: another git command of the person may run at the same time.
  const status = await expectSuccess(runGit(folder, ['--no-optional-locks', 'status', '--porcelain']));
  return status.toString('utf8').split('\n').length - 1;
}
