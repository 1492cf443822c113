import {
  formatCommentMarker,
  publishComment,
  type GithubClient,
  type PullRequestRevision,
} from '@topodiff/github';
import {
  escapeMarkdown,
  githubAnnotations,
  json,
  limits,
  markdownComment,
  markdownSummary,
} from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import type { ActionsRuntime } from './actions-runtime.ts';
import { commentKeyOf } from './comment-key.ts';
import { hasNews } from './has-news.ts';
import type { Inputs } from './inputs.ts';
import { collectOutputs, type CommentResult } from './outputs.ts';

/** A review that was done, and what it was done with. */
export interface Review {
  readonly report: Report;
  readonly revision: PullRequestRevision;
  readonly inputs: Inputs;
  readonly startedAt: Date;
}

/**
 * Publishes a review: comment, job summary, annotations, outputs, and the step's result. What GitHub refuses of
 * it (the comment, with the token of a fork) is told in one line and costs nothing else.
 */
export async function publishReview(
  runtime: ActionsRuntime,
  client: GithubClient,
  review: Review,
): Promise<void> {
  const { report } = review;
  const reportPath = await runtime.writeReport(reportNameOf(runtime), json.render(report, {}));
  const comment = await publish(runtime, client, review);
  for (const { path, label } of report.models) runtime.log(`${path}: ${label}`);
  for (const { path, reason } of report.skipped) runtime.log(`${path}: skipped, ${reason}`);
  for (const { severity, message } of report.notices) runtime.log(`${severity}: ${message}`);
  const remark = describeComment(comment);
  if (remark !== null) runtime.log(remark);

  const annotations = githubAnnotations.render(report, {});
  runtime.writeCommands(annotations);
  const failedComment = comment.kind === 'failed' ? `\n${escapeMarkdown(remark ?? '')}\n` : '';
  const budgetBytes = limits.summaryBytes - Buffer.byteLength(failedComment);
  const summary = markdownSummary.render(report, { ...linksOf(runtime), budgetBytes });
  await runtime.writeSummary(`${summary}${failedComment}`);
  for (const [name, value] of Object.entries(collectOutputs(report, comment, reportPath))) {
    runtime.writeOutput(name, value);
  }
  const reasons = report.reasons.join(' ');
  if (report.conclusion !== 'failure') return runtime.log(`${report.conclusion}: ${reasons}`);
  // A runner shows ten errors of a step; one that only repeats the findings would take a place.
  if (/^::error /m.test(annotations)) runtime.failWithoutAnnotation(reasons);
  else runtime.fail(reasons);
}

/** Says why there was no review: each reason is a line of its own. Nothing that went wrong passes as success. */
export async function publishFailure(runtime: ActionsRuntime, reasons: readonly string[]): Promise<void> {
  runtime.writeOutput('conclusion', 'failure');
  const lines = reasons.map((reason) => `- ${escapeMarkdown(reason)}\n`).join('');
  await runtime.writeSummary(`### topodiff could not review this pull request\n\n${lines}`);
  for (const reason of reasons) runtime.fail(reason);
}

async function publish(
  runtime: ActionsRuntime,
  client: GithubClient,
  { report, revision, inputs, startedAt }: Review,
): Promise<CommentResult> {
  if (!inputs.isCommentWanted) return { kind: 'disabled' };
  const { environment } = runtime;
  const { owner, repo, number, headSha } = revision;
  const key = inputs.key ?? commentKeyOf(environment);
  const run = {
    headSha,
    runId: readCount(environment['GITHUB_RUN_ID']),
    attempt: readCount(environment['GITHUB_RUN_ATTEMPT']),
    startedAt: startedAt.toISOString(),
  };
  const { repositoryUrl } = linksOf(runtime);
  const body = markdownComment.render(report, {
    marker: formatCommentMarker(key, run),
    repositoryUrl,
    ...(run.runId === 0 ? {} : { runUrl: `${repositoryUrl}/actions/runs/${run.runId}` }),
  });
  return publishComment(client, { owner, repo, number, key, body, isWorthCreating: hasNews(report), run });
}

/** Outside of a runner there is no run: 0 is older than every one. */
function readCount(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

function linksOf({ environment }: ActionsRuntime): { readonly repositoryUrl: string } {
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  return { repositoryUrl: `${server}/${environment['GITHUB_REPOSITORY'] ?? ''}` };
}

/** One line about the comment, or null when there is nothing to say. */
function describeComment(comment: CommentResult): string | null {
  switch (comment.kind) {
    case 'failed':
      return `No comment on the pull request: ${comment.error.message}.`;
    case 'superseded':
      return `The comment is from a newer run and stays as it is: ${comment.url}`;
    case 'created':
    case 'edited':
    case 'unchanged': {
      const more =
        comment.duplicates === 0 ? '' : ` (${comment.duplicates} older ones of this key are left alone)`;
      return `Comment ${comment.kind}: ${comment.url}${more}`;
    }
    case 'not-needed':
    case 'disabled':
      return null;
  }
}

/** Each use of the action in a job keeps a report of its own. */
function reportNameOf({ environment }: ActionsRuntime): string {
  const step = (environment['GITHUB_ACTION'] ?? '').replace(/[^\w-]/g, '');
  return step === '' ? 'topodiff-report.json' : `topodiff-report-${step}.json`;
}
