import {
  forkPermissions,
  startGitHubStandIn,
  symbolicLink,
  type CommitOptions,
  type GitHubStandIn,
  type Repository,
  type StandInOptions,
} from '@topodiff/github-stand-in';
import type { FileContent, GithubUnderTest } from './github-under-test.ts';

/** The stand-in as a GitHub under test, with what only the stand-in can be asked. */
export interface StandInGithub extends GithubUnderTest {
  readonly standIn: GitHubStandIn;
  readonly serving: Repository;
  /** What a pull request of a fork gets: it reads and writes nothing. */
  readonly forkToken: string;
  /** What a workflow gets that asks for everything which the action can use. */
  readonly fullToken: string;
}

/** Our own stand-in with one private repository that has a commit on `main`. */
export async function startStandInGithub(options: StandInOptions = {}): Promise<StandInGithub> {
  const standIn = await startGitHubStandIn(options);
  const serving = standIn.addRepository('acme/serving');
  serving.commit({ branch: 'main', files: { 'README.md': '# Serving\n' } });
  const permissions = { contents: 'read', pull_requests: 'write' } as const;
  return {
    standIn,
    serving,
    apiUrl: standIn.baseUrl,
    graphqlUrl: standIn.graphqlUrl,
    repository: 'acme/serving',
    token: standIn.addToken({ kind: 'actions', repository: serving, permissions }),
    fullToken: standIn.addToken({
      kind: 'actions',
      repository: serving,
      permissions: { contents: 'read', pull_requests: 'write', checks: 'write', statuses: 'write' },
    }),
    forkToken: standIn.addToken({ kind: 'actions', repository: serving, permissions: forkPermissions }),
    ownLogin: 'github-actions[bot]',
    commit: (branch, files) => Promise.resolve(serving.commit({ branch, files: toFiles(files) })),
    openPullRequest: (head) => {
      const pullRequest = serving.openPullRequest({ head, author: 'alice' });
      return Promise.resolve({
        event: () => Promise.resolve(standIn.pullRequestEvent(pullRequest, 'synchronize')),
        comment: (author: string, body: string) => {
          pullRequest.addComment({ author, body });
          return Promise.resolve();
        },
        listComments: () =>
          Promise.resolve(pullRequest.comments.map(({ author, body }) => ({ login: author.login, body }))),
      });
    },
    close: () => standIn.close(),
  };
}

function toFiles(files: Readonly<Record<string, FileContent>>): CommitOptions['files'] {
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => [
      path,
      content !== null && typeof content === 'object' ? symbolicLink(content.linkTo) : content,
    ]),
  );
}
