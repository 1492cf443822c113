import type { Json } from '../openapi/description.ts';
import type { CommitStatus } from '../state/commit-status.ts';
import type { Repository } from '../state/repository.ts';
import { describeAccount } from './describe-account.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** `simple-commit-status`: a status as the combined status lists it. */
export function describeSimpleStatus(
  urls: Urls,
  repository: Repository,
  status: CommitStatus,
): Record<string, Json> {
  return {
    url: urls.repositoryApi(repository, `/statuses/${status.sha}`),
    avatar_url: `${urls.server}/avatars/${status.creator.id}`,
    id: status.id,
    node_id: nodeId('StatusContext', status.id),
    state: status.state,
    description: status.description,
    target_url: status.targetUrl,
    context: status.context,
    created_at: status.createdAt,
    updated_at: status.createdAt,
  };
}

/** `status` of GitHub's description. */
export function describeStatus(
  urls: Urls,
  repository: Repository,
  status: CommitStatus,
): Record<string, Json> {
  return {
    ...describeSimpleStatus(urls, repository, status),
    creator: describeAccount(urls, status.creator),
  };
}
