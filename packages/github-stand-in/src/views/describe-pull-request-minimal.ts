import type { Json } from '../openapi/description.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import type { Urls } from './urls.ts';

/** `pull-request-minimal`: what check runs and runs of workflows tell about a pull request. */
export function describePullRequestMinimal(urls: Urls, pullRequest: PullRequest): Record<string, Json> {
  const describeEnd = (ref: string, sha: string, repository: Repository): Record<string, Json> => ({
    ref,
    sha,
    repo: { id: repository.id, url: urls.repositoryApi(repository), name: repository.name },
  });
  const { baseRepository, headRepository } = pullRequest;
  return {
    id: pullRequest.id,
    number: pullRequest.number,
    url: urls.repositoryApi(baseRepository, `/pulls/${pullRequest.number}`),
    head: describeEnd(pullRequest.headBranch, pullRequest.headSha, headRepository),
    base: describeEnd(pullRequest.baseBranch, pullRequest.baseSha, baseRepository),
  };
}

/** The open pull requests of the repository itself that have the commit at their head: forks are left out, as on GitHub. */
export function describePullRequestsOf(urls: Urls, repository: Repository, headSha: string): Json[] {
  return repository.pullRequests
    .filter(
      (pullRequest) =>
        !pullRequest.isFromFork && pullRequest.state === 'open' && pullRequest.headSha === headSha,
    )
    .map((pullRequest) => describePullRequestMinimal(urls, pullRequest));
}
