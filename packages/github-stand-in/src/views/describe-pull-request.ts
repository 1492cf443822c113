import { listCommitsBetween } from '../git/commit-graph.ts';
import type { ChangedFile } from '../git/list-changed-files.ts';
import type { Json } from '../openapi/description.ts';
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

/** `pull-request`. GitHub computes whether it can be merged later on; here it stays unknown (null). */
export function describePullRequest(
  urls: Urls,
  pullRequest: PullRequest,
  files: readonly ChangedFile[],
): Record<string, Json> {
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
    state: 'open',
    locked: false,
    title: pullRequest.title,
    user: describeAccount(urls, pullRequest.author),
    body: pullRequest.body,
    created_at: pullRequest.createdAt,
    updated_at: pullRequest.comments.at(-1)?.updatedAt ?? pullRequest.createdAt,
    closed_at: null,
    merged_at: null,
    merge_commit_sha: null,
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
    author_association: pullRequest.author === repository.owner ? 'OWNER' : 'CONTRIBUTOR',
    auto_merge: null,
    active_lock_reason: null,
    merged: false,
    mergeable: null,
    rebaseable: null,
    mergeable_state: 'unknown',
    merged_by: null,
    comments: pullRequest.comments.length,
    review_comments: 0,
    maintainer_can_modify: pullRequest.isFromFork,
    commits: listCommitsBetween(repository.store, baseSha, headSha).length,
    additions: files.reduce((sum, { additions }) => sum + additions, 0),
    deletions: files.reduce((sum, { deletions }) => sum + deletions, 0),
    changed_files: files.length,
  };
}
