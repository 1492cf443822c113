import { ancestorsOf, listCommitsBetween } from '../git/commit-graph.ts';
import { noCommit } from '../git/no-commit.ts';
import type { Json, JsonObject } from '../openapi/description.ts';
import type { Account } from '../state/account.ts';
import type { Repository } from '../state/repository.ts';
import { describeAccount } from './describe-account.ts';
import { describeEventCommit } from './describe-event-commit.ts';
import { describeFullRepository } from './describe-repository.ts';
import type { Urls } from './urls.ts';

/** A move of a branch or tag. */
export interface Push {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  /** Forty zeros for a new branch. */
  readonly before: string;
  /** Forty zeros for a branch that was removed. */
  readonly after: string;
}

/** The payload of a `push` event. */
export function describePushEvent(
  urls: Urls,
  repository: Repository,
  { ref, before, after }: Push,
  sender: Account,
): Record<string, Json> {
  const { store } = repository;
  const [isNew, isGone] = [before === noCommit, after === noCommit];
  // A new branch brings what the default branch does not have.
  const known = isNew ? (repository.resolve(repository.defaultBranch) ?? noCommit) : before;
  const commits = isGone ? [] : listCommitsBetween(store, known, after);
  return {
    ref,
    before,
    after,
    base_ref: null,
    created: isNew,
    deleted: isGone,
    forced: !isNew && !isGone && !ancestorsOf(store, after).has(before),
    compare: urls.repositoryPage(repository, `/compare/${before.slice(0, 12)}...${after.slice(0, 12)}`),
    commits: commits.map((sha) => describeEventCommit(urls, repository, sha)),
    head_commit: isGone ? null : describeEventCommit(urls, repository, after),
    repository: describeFullRepository(urls, repository),
    pusher: { name: sender.login, email: `${sender.id}+${sender.login}@users.noreply.github.com` },
    sender: describeAccount(urls, sender),
  };
}

/** An entry of a merge queue. */
export interface MergeGroup {
  /** The commit that the merge queue made. */
  readonly headSha: string;
  /** In full: `refs/heads/gh-readonly-queue/main/pr-1-…`. */
  readonly headRef: string;
  readonly baseSha: string;
  /** In full: `refs/heads/main`. */
  readonly baseRef: string;
}

/** The payload of a `merge_group` event. It names no pull request but in the name of its branch. */
export function describeMergeGroupEvent(
  urls: Urls,
  repository: Repository,
  { headSha, headRef, baseSha, baseRef }: MergeGroup,
  sender: Account,
): Record<string, Json> {
  return {
    action: 'checks_requested',
    merge_group: {
      head_sha: headSha,
      head_ref: headRef,
      base_sha: baseSha,
      base_ref: baseRef,
      head_commit: describeEventCommit(urls, repository, headSha),
    },
    repository: describeFullRepository(urls, repository),
    sender: describeAccount(urls, sender),
  };
}

/** A workflow that somebody starts by hand. */
export interface WorkflowDispatch {
  /** In full: `refs/heads/main`. */
  readonly ref: string;
  /** Null for a workflow without inputs. */
  readonly inputs: JsonObject | null;
  /** The workflow's file. */
  readonly workflow: string;
}

/** The payload of a `workflow_dispatch` event. */
export function describeWorkflowDispatchEvent(
  urls: Urls,
  repository: Repository,
  { ref, inputs, workflow }: WorkflowDispatch,
  sender: Account,
): Record<string, Json> {
  return {
    inputs,
    ref,
    workflow,
    repository: describeFullRepository(urls, repository),
    sender: describeAccount(urls, sender),
  };
}
