import type { Json } from '../openapi/description.ts';
import type { CheckAnnotation, CheckRun } from '../state/check-run.ts';
import type { Repository } from '../state/repository.ts';
import { describeApp } from './describe-account.ts';
import { describePullRequestsOf } from './describe-pull-request-minimal.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** `check-run` of GitHub's description. */
export function describeCheckRun(
  urls: Urls,
  repository: Repository,
  checkRun: CheckRun,
): Record<string, Json> {
  const url = urls.repositoryApi(repository, `/check-runs/${checkRun.id}`);
  const page = urls.repositoryPage(repository, `/runs/${checkRun.id}`);
  return {
    id: checkRun.id,
    name: checkRun.name,
    node_id: nodeId('CheckRun', checkRun.id),
    head_sha: checkRun.headSha,
    external_id: checkRun.externalId,
    url,
    html_url: page,
    details_url: checkRun.detailsUrl ?? page,
    status: checkRun.status,
    conclusion: checkRun.conclusion,
    started_at: checkRun.startedAt,
    completed_at: checkRun.completedAt,
    output: {
      ...checkRun.output,
      annotations_count: checkRun.annotations.length,
      annotations_url: `${url}/annotations`,
    },
    check_suite: { id: checkRun.app.id },
    app: describeApp(urls, checkRun.app),
    pull_requests: describePullRequestsOf(urls, repository, checkRun.headSha),
  };
}

/** `check-annotation` of GitHub's description. */
export function describeAnnotation(
  urls: Urls,
  repository: Repository,
  headSha: string,
  annotation: CheckAnnotation,
): Record<string, Json> {
  return {
    path: annotation.path,
    blob_href: urls.repositoryPage(repository, `/blob/${headSha}/${annotation.path}`),
    start_line: annotation.startLine,
    end_line: annotation.endLine,
    start_column: annotation.startColumn,
    end_column: annotation.endColumn,
    annotation_level: annotation.level,
    title: annotation.title,
    message: annotation.message,
    raw_details: annotation.rawDetails,
  };
}
