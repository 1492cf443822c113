import { startGitHubStandIn } from '../start-github-stand-in.ts';
import type { GitHubStandIn, StandInOptions } from '../start-github-stand-in.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Permissions } from '../state/token.ts';
import { send } from './send.ts';
import type { Received, Sent } from './send.ts';

/** A stand-in with one pull request, and a client with a token that may do everything the product does. */
export interface Seeded {
  readonly gitHub: GitHubStandIn;
  readonly repository: Repository;
  readonly pullRequest: PullRequest;
  readonly token: string;
  /** Sends with the token unless told otherwise; `null` sends without one. */
  readonly send: (sent: Omit<Sent, 'token'> & { token?: string | null }) => Promise<Received>;
  readonly tokenWith: (permissions: Permissions) => string;
}

const allPermissions: Permissions = {
  contents: 'read',
  pull_requests: 'write',
  checks: 'write',
  statuses: 'write',
};

/** `acme/serving` with `main` and one commit more on `wider`, pull request 1 between them. */
export async function startSeeded(
  options: StandInOptions & { visibility?: 'public' | 'private' } = {},
): Promise<Seeded> {
  const gitHub = await startGitHubStandIn(options);
  const repository = gitHub.addRepository('acme/serving', { visibility: options.visibility ?? 'private' });
  repository.commit({
    branch: 'main',
    files: { 'llama/model-config.yaml': 'minWorkers: 1\nmaxWorkers: 1\n', 'README.md': 'Serving\n' },
  });
  repository.commit({
    branch: 'wider',
    files: { 'llama/model-config.yaml': 'minWorkers: 2\nmaxWorkers: 1\n' },
  });
  const pullRequest = repository.openPullRequest({ head: 'wider', author: 'alice' });
  const tokenWith = (permissions: Permissions): string =>
    gitHub.addToken({ kind: 'actions', repository, permissions });
  const token = tokenWith(allPermissions);
  return {
    gitHub,
    repository,
    pullRequest,
    token,
    tokenWith,
    send: ({ token: other = token, ...sent }) =>
      send(gitHub.baseUrl, other === null ? sent : { ...sent, token: other }),
  };
}
