import type { Json } from '../openapi/description.ts';
import type { PullRequest } from '../state/pull-request.ts';
import { describeAccount } from './describe-account.ts';
import { describePullRequestMinimal } from './describe-pull-request-minimal.ts';
import { describeFullRepository, describeMinimalRepository } from './describe-repository.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** A run of a workflow on the head of a pull request. */
export interface WorkflowRun {
  readonly id: number;
  readonly action: string;
  /** The workflow's name; its file is named after it. */
  readonly name: string;
  readonly headSha: string;
  readonly headBranch: string;
  /** What the run was for: `pull_request`, `push`, … */
  readonly event: string;
  readonly conclusion: string | null;
}

/** The payload of a `workflow_run` event. As on GitHub it names the pull request only when that comes from no fork. */
export function describeWorkflowRunEvent(
  urls: Urls,
  pullRequest: PullRequest,
  run: WorkflowRun,
): Record<string, Json> {
  const { baseRepository: repository, headRepository, isFromFork, author } = pullRequest;
  const path = `.github/workflows/${run.name}.yml`;
  const url = urls.repositoryApi(repository, `/actions/runs/${run.id}`);
  const time = pullRequest.updatedAt;
  const workflow = {
    id: repository.id,
    node_id: nodeId('Workflow', repository.id),
    name: run.name,
    path,
    state: 'active',
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    url: urls.repositoryApi(repository, `/actions/workflows/${repository.id}`),
    html_url: urls.repositoryPage(repository, `/blob/${repository.defaultBranch}/${path}`),
    badge_url: urls.repositoryPage(repository, `/workflows/${run.name}/badge.svg`),
  };
  return {
    action: run.action,
    workflow,
    workflow_run: {
      id: run.id,
      name: run.name,
      node_id: nodeId('WorkflowRun', run.id),
      head_branch: run.headBranch,
      head_sha: run.headSha,
      path,
      display_title: pullRequest.title,
      run_number: 1,
      run_attempt: 1,
      event: run.event,
      status: run.conclusion === null ? 'in_progress' : 'completed',
      conclusion: run.conclusion,
      workflow_id: workflow.id,
      url,
      html_url: urls.repositoryPage(repository, `/actions/runs/${run.id}`),
      pull_requests: isFromFork ? [] : [describePullRequestMinimal(urls, pullRequest)],
      created_at: time,
      updated_at: time,
      run_started_at: time,
      actor: describeAccount(urls, author),
      triggering_actor: describeAccount(urls, author),
      artifacts_url: `${url}/artifacts`,
      repository: describeMinimalRepository(urls, repository),
      head_repository: describeMinimalRepository(urls, headRepository),
    },
    repository: describeFullRepository(urls, repository),
    sender: describeAccount(urls, author),
  };
}
