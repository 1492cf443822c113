import type { ChangedFile } from '../git/list-changed-files.ts';
import type { Json } from '../openapi/description.ts';
import type { Account } from '../state/account.ts';
import type { PullRequest } from '../state/pull-request.ts';
import type { Repository } from '../state/repository.ts';
import { describeAccount } from './describe-account.ts';
import { describeRepository } from './describe-repository.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

function describeEnd(urls: Urls, repository: Repository, ref: string, sha: string): Record<string, Json> {
  return {
    label: `${repository.owner.login}:${ref}`,
    ref,
    sha,
    user: describeAccount(urls, repository.owner),
    repo: describeRepository(urls, repository),
  };
}

/** `author_association` of somebody who takes part. */
export function associationOf(repository: Repository, account: Account, other: string): string {
  return account === repository.owner ? 'OWNER' : other;
}

/** `pull-request-simple`: a pull request as lists show it. */
export function describeSimplePullRequest(urls: Urls, pullRequest: PullRequest): Record<string, Json> {
  const { baseRepository: repository, number, headSha, baseSha } = pullRequest;
  const url = urls.repositoryApi(repository, `/pulls/${number}`);
  const issueUrl = urls.repositoryApi(repository, `/issues/${number}`);
  const page = urls.repositoryPage(repository, `/pull/${number}`);
  const statusesUrl = urls.repositoryApi(repository, `/statuses/${headSha}`);
  return {
    url,
    id: pullRequest.id,
    node_id: nodeId('PullRequest', pullRequest.id),
    html_url: page,
    diff_url: `${page}.diff`,
    patch_url: `${page}.patch`,
    issue_url: issueUrl,
    number,
    state: pullRequest.state,
    locked: false,
    title: pullRequest.title,
    user: describeAccount(urls, pullRequest.author),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.updatedAt,
    closed_at: pullRequest.closedAt,
    merged_at: pullRequest.merged?.at ?? null,
    merge_commit_sha: pullRequest.merged?.sha ?? null,
    assignee: null,
    assignees: [],
    requested_reviewers: [],
    requested_teams: [],
    labels: [],
    milestone: null,
    draft: pullRequest.draft,
    commits_url: `${url}/commits`,
    review_comments_url: `${url}/comments`,
    review_comment_url: urls.repositoryApi(repository, '/pulls/comments{/number}'),
    comments_url: `${issueUrl}/comments`,
    statuses_url: statusesUrl,
    head: describeEnd(urls, pullRequest.headRepository, pullRequest.headBranch, headSha),
    base: describeEnd(urls, repository, pullRequest.baseBranch, baseSha),
    _links: {
      self: { href: url },
      html: { href: page },
      issue: { href: issueUrl },
      comments: { href: `${issueUrl}/comments` },
      review_comments: { href: `${url}/comments` },
      review_comment: { href: urls.repositoryApi(repository, '/pulls/comments{/number}') },
      commits: { href: `${url}/commits` },
      statuses: { href: statusesUrl },
    },
    author_association: associationOf(repository, pullRequest.author, 'CONTRIBUTOR'),
    auto_merge: null,
    active_lock_reason: null,
  };
}

/** `pull-request`. GitHub computes whether it can be merged later on; here it stays unknown (null). */
export function describePullRequest(
  urls: Urls,
  pullRequest: PullRequest,
  files: readonly ChangedFile[],
): Record<string, Json> {
  const { merged } = pullRequest;
  return {
    ...describeSimplePullRequest(urls, pullRequest),
    merged: merged !== null,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: merged === null ? null : describeAccount(urls, merged.by),
    comments: pullRequest.comments.length,
    review_comments: pullRequest.reviewComments.length,
    maintainer_can_modify: pullRequest.isFromFork,
    commits: pullRequest.commits.length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}
