import type { ChangedFile } from '../git/list-changed-files.ts';
import type { Json } from '../openapi/description.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeAccount } from './describe-account.ts';
import { describePullRequest } from './describe-pull-request.ts';
import { describeFullRepository } from './describe-repository.ts';
import type { Urls } from './urls.ts';

/** The payload of a `pull_request` event, as the file that `GITHUB_EVENT_PATH` names has it. */
export function describePullRequestEvent(
  urls: Urls,
  pullRequest: PullRequest,
  files: readonly ChangedFile[],
  action: string,
): Record<string, Json> {
  return {
    action,
    number: pullRequest.number,
    pull_request: describePullRequest(urls, pullRequest, files),
    repository: describeFullRepository(urls, pullRequest.baseRepository),
    sender: describeAccount(urls, pullRequest.author),
  };
}
