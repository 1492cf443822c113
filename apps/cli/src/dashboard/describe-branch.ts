import { basename } from 'node:path';
import { expectSuccess, runGit } from '../run-git.ts';

/** What a comparison is called where pull requests have names. */
export interface BranchDescription {
  /** `local/serving` */
  readonly repository: string;
  readonly branch: string;
  readonly author: string;
}

/**
 * Names a comparison by its repository's folder, its branch and who made the newest commit.
 *
 * @param head as the person gives it
 * @param sha of the same commit
 */
export async function describeBranch(folder: string, head: string, sha: string): Promise<BranchDescription> {
  const ask = async (...args: readonly string[]): Promise<string> =>
    (await expectSuccess(runGit(folder, args))).toString('utf8').trim();
  const top = await ask('rev-parse', '--show-toplevel');
  const checkedOut = await ask('rev-parse', '--abbrev-ref', 'HEAD');
  const named = head === 'HEAD' ? checkedOut : head;
  return {
    repository: `local/${
      basename(top)
        .replace(/[^\w.-]+/g, '-')
        .replace(/^\.+/, '') || 'repository'
    }`,
    branch: named === 'HEAD' ? sha.slice(0, 10) : named, // a commit is checked out, and no branch
    author: await ask('log', '-1', '--format=%an', '--end-of-options', sha),
  };
}
