import { callGithub } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** GitHub refuses a longer description. */
const mostCharacters = 140;

/** A commit status; a later one of the same context takes its place. */
export interface StatusRequest extends RepositoryName {
  readonly sha: string;
  /** As branch protection names it. */
  readonly context: string;
  readonly state: 'success' | 'failure' | 'pending';
  readonly description: string;
  readonly targetUrl?: string;
}

/** The state that was set, or why none was. */
export type StatusOutcome = ({ readonly kind: 'set' } & Pick<StatusRequest, 'state' | 'context'>) | Failure;

/** Sets a commit status; a description that is too long is cut. */
export async function publishStatus(client: GithubClient, request: StatusRequest): Promise<StatusOutcome> {
  const { owner, repo, sha, context, state, description, targetUrl } = request;
  return returnFailure(async () => {
    await callGithub(client, operations.createStatus, {
      owner,
      repo,
      sha,
      context,
      state,
      description: cut(description),
      ...(targetUrl === undefined || targetUrl === '' ? {} : { target_url: targetUrl }),
    });
    return { kind: 'set', state, context };
  });
}

function cut(text: string): string {
  if (text.length <= mostCharacters) return text;
  return `${text.slice(0, mostCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}
