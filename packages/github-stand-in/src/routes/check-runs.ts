import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound, Refusal } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { App } from '../state/account.ts';
import type { CheckAnnotation, CheckConclusion, CheckRun, CheckStatus } from '../state/check-run.ts';
import { describeAnnotation, describeCheckRun } from '../views/describe-check-run.ts';

interface AnnotationBody {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: CheckAnnotation['level'];
  readonly message: string;
  readonly title?: string;
  readonly raw_details?: string;
}

/** What creating and updating take alike. */
interface CheckRunBody {
  readonly name?: string;
  readonly details_url?: string;
  readonly external_id?: string;
  readonly status?: CheckStatus;
  readonly started_at?: string;
  readonly conclusion?: CheckConclusion | 'stale';
  readonly completed_at?: string;
  readonly output?: {
    readonly title?: string;
    readonly summary: string;
    readonly text?: string;
    readonly annotations?: readonly AnnotationBody[];
  };
}

type NewCheckRunBody = CheckRunBody & { readonly name: string; readonly head_sha: string };

function invalid(problem: string): Refusal {
  return new Refusal(422, `Invalid request.\n\n${problem}`);
}

const utf8Length = (text: string): number => Buffer.byteLength(text, 'utf8');
const mostTextBytes = 64 * 1024;
const mostTitleCharacters = 255;

function readAnnotation(annotation: AnnotationBody): CheckAnnotation {
  const {
    path,
    start_line: startLine,
    end_line: endLine,
    message,
    title,
    raw_details: rawDetails,
  } = annotation;
  const hasColumns = annotation.start_column !== undefined || annotation.end_column !== undefined;
  if (startLine < 1 || endLine < startLine)
    throw invalid(`Lines ${startLine} to ${endLine} of ${path} are no range.`);
  if (hasColumns && startLine !== endLine)
    throw invalid('Columns are allowed only when start_line equals end_line.');
  if (utf8Length(message) > mostTextBytes || utf8Length(rawDetails ?? '') > mostTextBytes) {
    throw invalid('An annotation holds at most 64 KB of message and of raw_details.');
  }
  if ((title ?? '').length > mostTitleCharacters)
    throw invalid('Only 255 characters are allowed in a title.');
  return {
    path,
    startLine,
    endLine,
    startColumn: annotation.start_column ?? null,
    endColumn: annotation.end_column ?? null,
    level: annotation.annotation_level,
    message,
    title: title ?? null,
    rawDetails: rawDetails ?? null,
  };
}

function requireApp({ token }: RouteRequest<unknown>): App {
  const app = token?.app ?? null;
  if (app === null) throw new Refusal(403, 'You must authenticate via a GitHub App.');
  return app;
}

/** A run with what the body changes; a conclusion completes it, annotations are added to those that it has. */
function applyBody({ state, body }: RouteRequest<CheckRunBody>, run: CheckRun): CheckRun {
  const { conclusion, output } = body;
  if (conclusion === 'stale') throw invalid('Only GitHub sets the conclusion "stale".');
  if (body.status === 'completed' && conclusion === undefined)
    throw invalid('"conclusion" wasn\'t supplied.');
  const status = conclusion === undefined ? (body.status ?? run.status) : 'completed';
  return {
    ...run,
    name: body.name ?? run.name,
    status,
    conclusion: status === 'completed' ? (conclusion ?? run.conclusion) : null,
    startedAt: body.started_at ?? run.startedAt ?? state.now(),
    completedAt: status === 'completed' ? (body.completed_at ?? run.completedAt ?? state.now()) : null,
    externalId: body.external_id ?? run.externalId,
    detailsUrl: body.details_url ?? run.detailsUrl,
    output: {
      title: output?.title ?? run.output.title,
      summary: output?.summary ?? run.output.summary,
      text: output?.text ?? run.output.text,
    },
    annotations: [...run.annotations, ...(output?.annotations ?? []).map(readAnnotation)],
  };
}

/** @throws Refusal 404 when the repository has no such run */
function requireCheckRun({ repository, params }: RouteRequest<unknown>): CheckRun {
  const run = repository.checkRuns.find(({ id }) => id === Number(params['check_run_id']));
  if (run === undefined) throw notFound();
  return run;
}

export const createCheckRun = defineRoute<NewCheckRunBody>({
  method: 'POST',
  path: '/repos/{owner}/{repo}/check-runs',
  accepts: [{ checks: 'write' }],
  answer: (request) => {
    const { state, repository, urls, body } = request;
    const app = requireApp(request);
    if (repository.store.readCommit(body.head_sha) === undefined) {
      throw new Refusal(422, `No commit found for SHA: ${body.head_sha}`);
    }
    const run = applyBody(request, {
      id: state.takeId(),
      name: body.name,
      headSha: body.head_sha,
      app,
      status: 'queued',
      conclusion: null,
      startedAt: null,
      completedAt: null,
      externalId: null,
      detailsUrl: null,
      output: { title: null, summary: null, text: null },
      annotations: [],
    });
    repository.addCheckRun(run);
    return answerJson(describeCheckRun(urls, repository, run), 201);
  },
});

export const updateCheckRun = defineRoute<CheckRunBody>({
  method: 'PATCH',
  path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
  accepts: [{ checks: 'write' }],
  answer: (request) => {
    const { repository, urls } = request;
    const app = requireApp(request);
    const run = requireCheckRun(request);
    if (run.app !== app) {
      throw new Refusal(
        403,
        `Invalid app_id \`${app.id}\` - check run can only be modified by the GitHub App that created it.`,
      );
    }
    const updated = applyBody(request, run);
    repository.replaceCheckRun(updated);
    return answerJson(describeCheckRun(urls, repository, updated));
  },
});

export const getCheckRun = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/check-runs/{check_run_id}',
  accepts: [{ checks: 'read' }],
  answer: (request) =>
    answerJson(describeCheckRun(request.urls, request.repository, requireCheckRun(request))),
});

export const listAnnotations = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/check-runs/{check_run_id}/annotations',
  accepts: [{ checks: 'read' }],
  answer: (request) => {
    const run = requireCheckRun(request);
    const { items, headers } = paginate(request, run.annotations);
    return answerJson(
      items.map((annotation) =>
        describeAnnotation(request.urls, request.repository, run.headSha, annotation),
      ),
      200,
      headers,
    );
  },
});

/** The newest run of each App and name, in the order of all. */
function keepLatest(newestFirst: readonly CheckRun[]): CheckRun[] {
  const seen = new Set<string>();
  return newestFirst.filter(({ app, name }) => {
    const key = `${app.id} ${name}`;
    const isFirst = !seen.has(key);
    seen.add(key);
    return isFirst;
  });
}

export const listCheckRunsOfCommit = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/commits/{ref}/check-runs',
  accepts: [{ checks: 'read' }],
  answer: (request) => {
    const { repository, urls, params, query } = request;
    const sha = repository.resolveCommit(params['ref'] ?? '');
    if (sha === undefined) throw new Refusal(422, `No commit found for SHA: ${params['ref'] ?? ''}`);
    const isAsked = (name: string, value: string | number): boolean =>
      (query.get(name) ?? String(value)) === String(value);
    const runs = repository.checkRuns
      .filter(
        ({ headSha, name, status, app }) =>
          headSha === sha &&
          isAsked('check_name', name) &&
          isAsked('status', status) &&
          isAsked('app_id', app.id),
      )
      .reverse();
    const listed = query.get('filter') === 'all' ? runs : keepLatest(runs);
    const { items, headers } = paginate(request, listed);
    const described = items.map((run) => describeCheckRun(urls, repository, run));
    return answerJson({ total_count: listed.length, check_runs: described }, 200, headers);
  },
});
