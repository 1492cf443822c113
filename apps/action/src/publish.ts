import {
  formatCommentMarker,
  publishCheckRun,
  publishComment,
  publishStatus,
  publishSuggestions,
  withdrawSuccess,
  type GithubClient,
  type ReviewRange,
  type ReviewRun,
} from '@topodiff/github';
import {
  describeCheckRun,
  escapeMarkdown,
  githubAnnotations,
  json,
  limits,
  markdownComment,
  markdownSummary,
  sarif,
} from '@topodiff/renderers';
import type { Report } from '@topodiff/report';
import type { ActionsRuntime } from './actions-runtime.ts';
import { buildSuggestions } from './build-suggestions.ts';
import { commentKeyOf } from './comment-key.ts';
import { confirmSuccess } from './confirm-success.ts';
import { describeGate, statusContextOf, type GateStatus } from './gate-status.ts';
import { hasNews } from './has-news.ts';
import type { Inputs } from './inputs.ts';
import { collectOutputs, type Published } from './outputs.ts';
import { listRemarks, type Remark } from './remarks.ts';
import type { Review } from './review.ts';
import { describePullRequest, type ReviewService } from './review-service.ts';
import { describeRules } from './describe-rules.ts';

/** A review that was done, and what it is published with. */
export interface Publication {
  /** With approvals, where some are needed. */
  readonly report: Report;
  readonly review: Review;
  readonly inputs: Inputs;
  readonly startedAt: Date;
  /** The team's review dashboard, when an input names one. */
  readonly service: ReviewService | null;
  readonly serviceFault: string | null;
  /** The payload of the event, for what an upload says of its pull request. */
  readonly event: unknown;
  /** What the SARIF file is made of. */
  readonly sarifReport: Report;
  /** The report with the approvals of now. */
  readonly lookUpAgain: () => Promise<Report>;
}

/**
 * Publishes a review: comment, check run, suggestions, status, job summary, annotations, outputs, and the step's result.
 * What GitHub refuses of it (with the token of a fork, say) is told in one line each and costs nothing else.
 */
export async function publishReview(
  runtime: ActionsRuntime,
  client: GithubClient,
  publication: Publication,
): Promise<void> {
  const { report } = publication;
  const { published, gate } = await publishParts(runtime, client, publication);
  const remarks = listRemarks(published);
  writeLog(runtime, report, remarks);
  const annotations = renderAnnotations(report, published);
  runtime.writeCommands(annotations);
  await writeJobSummary(runtime, report, remarks);
  for (const [name, value] of Object.entries(collectOutputs(report, published))) {
    runtime.writeOutput(name, value);
  }
  setResult(runtime, report, { published, gate, annotations });
}

/** Writes what leaves the runner, one after the other; each may fail alone. */
async function publishParts(
  runtime: ActionsRuntime,
  client: GithubClient,
  publication: Publication,
): Promise<{ readonly published: Published; readonly gate: GateStatus | null }> {
  const { report, sarifReport } = publication;
  const links = linksOf(runtime);
  const reportPath = await runtime.writeReport(nameFile(runtime, 'json'), json.render(report, {}));
  const sarifText = sarif.render(sarifReport, {
    rules: describeRules(),
    repositoryUrl: links.repositoryUrl,
    resolvedFindings: 'omitted',
  });
  const sarifPath = await runtime.writeReport(nameFile(runtime, 'sarif'), sarifText);

  const comment = await writeComment(runtime, client, publication);
  const checkRun = await writeCheckRun(runtime, client, publication);
  const suggestions = await writeSuggestions(client, publication);
  const commentUrl = 'url' in comment ? comment.url : '';
  const target = commentUrl === '' ? (links.runUrl ?? '') : commentUrl;
  const gate = await decideGate(client, publication);
  // A newer run has the last word on the status too.
  const status: Published['status'] =
    comment.kind === 'superseded'
      ? { kind: 'superseded' }
      : await writeStatus(client, publication, gate, target);
  const page = await uploadReport(runtime, publication, links.repositoryUrl);
  return { published: { comment, checkRun, suggestions, status, page, reportPath, sarifPath }, gate };
}

function writeLog(runtime: ActionsRuntime, report: Report, remarks: readonly Remark[]): void {
  for (const { path, label } of report.models) runtime.log(`${path}: ${label}`);
  for (const { path, reason } of report.skipped) runtime.log(`${path}: skipped, ${reason}`);
  for (const { severity, message } of report.notices) runtime.log(`${severity}: ${message}`);
  for (const { message } of remarks) runtime.log(message);
}

/** Annotations of the job, where there is no check run that has them. */
function renderAnnotations(report: Report, { checkRun }: Published): string {
  if (checkRun.kind === 'written') return '';
  const options = checkRun.kind === 'failed' ? { reason: checkRun.error.message } : {};
  return githubAnnotations.render(report, options);
}

async function writeJobSummary(
  runtime: ActionsRuntime,
  report: Report,
  remarks: readonly Remark[],
): Promise<void> {
  const faults = remarks
    .filter(({ isFault }) => isFault)
    .map(({ message }) => `- ${escapeMarkdown(message)}\n`);
  const addition = faults.length === 0 ? '' : `\n${faults.join('')}`;
  const budgetBytes = limits.summaryBytes - Buffer.byteLength(addition);
  const options = { ...linksOf(runtime), runUrl: undefined, budgetBytes };
  await runtime.writeSummary(`${markdownSummary.render(report, options)}${addition}`);
}

function setResult(
  runtime: ActionsRuntime,
  report: Report,
  {
    published: { status, checkRun },
    gate,
    annotations,
  }: {
    readonly published: Published;
    readonly gate: GateStatus | null;
    readonly annotations: string;
  },
): void {
  const reasons = report.reasons.join(' ');
  // Without the status nothing would keep a change that waits, or that nobody can judge, from being merged.
  const isGateOpen = gate === null || gate.state === 'success';
  if (status.kind === 'failed' && !isGateOpen && report.conclusion !== 'failure') {
    runtime.fail(`${gate.description} Nothing but this step says so: ${status.error.message}.`);
  }
  if (report.conclusion !== 'failure') return runtime.log(`${report.conclusion}: ${reasons}`);
  // A runner shows ten errors of a step; one that only repeats the findings would take a place.
  if (checkRun.kind === 'written' || /^::error /m.test(annotations)) runtime.failWithoutAnnotation(reasons);
  else runtime.fail(reasons);
}

/** Says why there was no review: each reason is a line of its own. Nothing that went wrong passes as success. */
export async function publishFailure(runtime: ActionsRuntime, reasons: readonly string[]): Promise<void> {
  runtime.writeOutput('conclusion', 'failure');
  const lines = reasons.map((reason) => `- ${escapeMarkdown(reason)}\n`).join('');
  await runtime.writeSummary(`### topodiff could not review this\n\n${lines}`);
  for (const reason of reasons) runtime.fail(reason);
}

/** Without a review nobody knows whether the success of an earlier run still holds: an approval may be gone since. */
export async function withdrawGate(
  runtime: ActionsRuntime,
  client: GithubClient,
  { owner, repo, headSha }: ReviewRange,
  { key }: Inputs,
): Promise<void> {
  const outcome = await withdrawSuccess(client, {
    owner,
    repo,
    sha: headSha,
    context: statusContextOf(key),
    description: 'The newest run could not review this commit.',
    targetUrl: linksOf(runtime).runUrl ?? '',
  });
  if (outcome.kind === 'set') runtime.log(`Status ${outcome.context}: ${outcome.state}`);
  if (outcome.kind === 'failed') {
    runtime.log(`A commit status of an earlier run may be out of date: ${outcome.error.message}.`);
  }
}

/** Says why there was nothing to review. */
export async function publishNothing(runtime: ActionsRuntime, reason: string): Promise<void> {
  runtime.writeOutput('conclusion', 'neutral');
  await runtime.writeSummary(`### topodiff had nothing to review\n\n- ${escapeMarkdown(reason)}\n`);
  runtime.log(`neutral: ${reason}`);
}

async function writeComment(
  runtime: ActionsRuntime,
  client: GithubClient,
  { report, review, inputs, startedAt }: Publication,
): Promise<Published['comment']> {
  const { owner, repo, number, headSha } = review.view.range;
  if (!inputs.isCommentWanted || number === null) return { kind: 'disabled' };
  const key = inputs.key ?? commentKeyOf(runtime.environment);
  const run = describeRun(runtime, headSha, startedAt);
  const body = markdownComment.render(report, { marker: formatCommentMarker(key, run), ...linksOf(runtime) });
  return publishComment(client, { owner, repo, number, key, body, isWorthCreating: hasNews(report), run });
}

async function writeCheckRun(
  runtime: ActionsRuntime,
  client: GithubClient,
  { report, review, inputs, startedAt }: Publication,
): Promise<Published['checkRun']> {
  if (!inputs.isCheckRunWanted) return { kind: 'disabled' };
  const { owner, repo, headSha } = review.view.range;
  const links = linksOf(runtime);
  const { runId, attempt } = describeRun(runtime, headSha, startedAt);
  return publishCheckRun(client, {
    owner,
    repo,
    headSha,
    name: inputs.key === null ? 'topodiff' : `topodiff: ${inputs.key}`,
    externalId: `${runId}-${attempt}-${runtime.environment['GITHUB_ACTION'] ?? ''}`,
    ...(links.runUrl === undefined ? {} : { detailsUrl: links.runUrl }),
    ...describeCheckRun(report, links),
  });
}

async function writeSuggestions(
  client: GithubClient,
  { report, review, inputs }: Publication,
): Promise<Published['suggestions']> {
  const { view, found } = review;
  const { owner, repo, number, headSha } = view.range;
  if (!inputs.areSuggestionsWanted || number === null) return { kind: 'disabled' };
  return publishSuggestions(client, {
    owner,
    repo,
    number,
    headSha,
    suggestions: buildSuggestions(report, found),
    patches: found.patches,
  });
}

async function decideGate(
  client: GithubClient,
  { report, review, lookUpAgain }: Publication,
): Promise<GateStatus | null> {
  const { range } = review.view;
  const isOfPullRequest = (range.number ?? range.queuedPullRequest) !== undefined;
  const gate = describeGate(report, review.isGateUnknown && isOfPullRequest);
  return gate === null ? null : confirmSuccess(client, range, gate, lookUpAgain);
}

async function writeStatus(
  client: GithubClient,
  { review, inputs }: Publication,
  gate: GateStatus | null,
  targetUrl: string,
): Promise<Published['status']> {
  const { owner, repo, headSha } = review.view.range;
  if (gate === null) return { kind: 'disabled' };
  const context = statusContextOf(inputs.key);
  return publishStatus(client, { owner, repo, sha: headSha, context, ...gate, targetUrl });
}

async function uploadReport(
  runtime: ActionsRuntime,
  { service, serviceFault, report, review, event, startedAt }: Publication,
  repositoryUrl: string,
): Promise<Published['page']> {
  const { range } = review.view;
  if (service === null || range.number === null) return { kind: 'disabled' };
  // Asked a moment ago in vain: one line is enough, and the step does not wait twice.
  if (serviceFault !== null) return { kind: 'failed', reason: serviceFault };
  const { environment } = runtime;
  const { runId, attempt } = describeRun(runtime, range.headSha, startedAt);
  return service.upload({
    formatVersion: 1,
    repository: {
      id: readCount(environment['GITHUB_REPOSITORY_ID']),
      fullName: environment['GITHUB_REPOSITORY'] ?? '',
    },
    pullRequest: describePullRequest(range, event, repositoryUrl),
    run: { id: runId, attempt },
    report,
  });
}

function describeRun({ environment }: ActionsRuntime, headSha: string, startedAt: Date): ReviewRun {
  return {
    headSha,
    runId: readCount(environment['GITHUB_RUN_ID']),
    attempt: readCount(environment['GITHUB_RUN_ATTEMPT']),
    startedAt: startedAt.toISOString(),
  };
}

/** Outside of a runner there is no run: 0 is older than every one. */
function readCount(text: string | undefined): number {
  return text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : 0;
}

function linksOf({ environment }: ActionsRuntime): {
  readonly repositoryUrl: string;
  readonly runUrl?: string;
} {
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com';
  const repositoryUrl = `${server}/${environment['GITHUB_REPOSITORY'] ?? ''}`;
  const runId = readCount(environment['GITHUB_RUN_ID']);
  return { repositoryUrl, ...(runId === 0 ? {} : { runUrl: `${repositoryUrl}/actions/runs/${runId}` }) };
}

/** Each use of the action in a job keeps files of its own. */
function nameFile({ environment }: ActionsRuntime, extension: string): string {
  const step = (environment['GITHUB_ACTION'] ?? '').replace(/[^\w-]/g, '');
  return step === '' ? `topodiff-report.${extension}` : `topodiff-report-${step}.${extension}`;
}
