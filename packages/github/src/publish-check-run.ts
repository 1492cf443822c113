import { objectAt, objectList } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import { GithubError, type ExternalError } from './external-error.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';

/** GitHub takes so many annotations in one request; later requests add to them. */
const annotationsPerRequest = 50;

/** How often a check run is made anew whose creation got lost on the way. */
const creations = 3;
const waitBeforeLookingMs = 2_000;

/** One annotation in the words of GitHub's API. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: 'failure' | 'warning' | 'notice';
  readonly title: string;
  readonly message: string;
}

/** A check run on one commit. */
export interface CheckRunRequest extends RepositoryName {
  readonly headSha: string;
  /** As branch protection and people name it. */
  readonly name: string;
  /** Tells this run's check run from those of other runs. */
  readonly externalId: string;
  readonly detailsUrl?: string;
  readonly conclusion: 'success' | 'failure' | 'neutral';
  readonly title: string;
  /** Markdown, at most 65,535 characters. */
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** `annotations`: how many GitHub has by now. */
export type CheckRunOutcome =
  | { readonly kind: 'written'; readonly url: string; readonly annotations: number }
  /** `annotations` were written before it failed. */
  | { readonly kind: 'failed'; readonly error: ExternalError; readonly annotations: number };

/**
 * Writes a check run with all annotations: 50 in a request, one request after the other. The conclusion comes with the
 * last one, so that nobody takes a part for the whole; where that fails, with a sentence that says how many are missing.
 */
export async function publishCheckRun(
  client: GithubClient,
  request: CheckRunRequest,
): Promise<CheckRunOutcome> {
  const [first = [], ...rest] = split(request.annotations);
  let written = 0;
  let begun: number | null = null;
  try {
    const { id, url } = await create(client, request, first, rest.length === 0);
    written = first.length;
    if (rest.length > 0) begun = id;
    for (const [index, chunk] of rest.entries()) {
      await update(client, request, id, chunk, index === rest.length - 1);
      written += chunk.length;
    }
    return { kind: 'written', url, annotations: written };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    if (begun !== null) await finish(client, request, begun, written, error);
    return { kind: 'failed', error: error.externalError, annotations: written };
  }
}

/** Characters of a summary, as GitHub documents them. */
const mostSummaryCharacters = 65_535;

/**
 * Completes a check run whose annotations could not all be written: one that stays in progress would keep the pull request
 * waiting for ever, and its conclusion is right without them. When this fails too, there is nothing left to try.
 */
async function finish(
  client: GithubClient,
  request: CheckRunRequest,
  id: number,
  written: number,
  { message }: GithubError,
): Promise<void> {
  const all = request.annotations.length;
  const missing = `${all - written} of ${all} annotations are missing here: ${escapeText(message)}.\n\n`;
  const summary = cut(`${missing}${request.summary}`);
  try {
    await update(client, { ...request, summary }, id, [], true);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
  }
}

function cut(text: string): string {
  if (text.length <= mostSummaryCharacters) return text;
  return `${text.slice(0, mostSummaryCharacters - 1).replace(/[\ud800-\udbff]$/, '')}…`;
}

/** What GitHub said is text, and stands in Markdown here. */
function escapeText(message: string): string {
  return message.replace(/[\\`*_{}[\]<>()#|~@!&]/g, '\\$&');
}

function split(annotations: readonly CheckAnnotation[]): readonly (readonly CheckAnnotation[])[] {
  const chunks: (readonly CheckAnnotation[])[] = [];
  for (let start = 0; start < annotations.length; start += annotationsPerRequest) {
    chunks.push(annotations.slice(start, start + annotationsPerRequest));
  }
  return chunks;
}

function describe(
  { conclusion, title, summary }: CheckRunRequest,
  annotations: readonly CheckAnnotation[],
  isLast: boolean,
) {
  return {
    ...(isLast ? { status: 'completed', conclusion } : { status: 'in_progress' }),
    output: { title, summary, annotations },
  };
}

async function create(
  client: GithubClient,
  request: CheckRunRequest,
  annotations: readonly CheckAnnotation[],
  isLast: boolean,
): Promise<{ readonly id: number; readonly url: string }> {
  const { owner, repo, headSha, name, externalId, detailsUrl } = request;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const { data } = await callGithub(client, operations.createCheckRun, {
        owner,
        repo,
        head_sha: headSha,
        name,
        external_id: externalId,
        ...(detailsUrl === undefined ? {} : { details_url: detailsUrl }),
        ...describe(request, annotations, isLast),
      });
      return identify(data);
    } catch (error) {
      const kind = error instanceof GithubError ? error.externalError.kind : null;
      if ((kind !== 'unavailable' && kind !== 'unreachable') || attempt === creations) throw error;
      await client.sleep(waitBeforeLookingMs);
      const found = await findCheckRun(client, request);
      if (found !== null) return found;
    }
  }
}

async function findCheckRun(
  client: GithubClient,
  { owner, repo, headSha, name, externalId }: CheckRunRequest,
): Promise<{ readonly id: number; readonly url: string } | null> {
  const operation = operations.listCheckRuns;
  const { data } = await callGithub(client, operation, {
    owner,
    repo,
    ref: headSha,
    check_name: name,
    per_page: 100,
  });
  const runs = objectList(operation, objectAt(operation, data)['check_runs'], 'check_runs');
  const own = runs.find((run) => run['external_id'] === externalId);
  return own === undefined ? null : identify(own);
}

async function update(
  client: GithubClient,
  request: CheckRunRequest,
  id: number,
  annotations: readonly CheckAnnotation[],
  isLast: boolean,
): Promise<void> {
  await callGithub(client, operations.updateCheckRun, {
    owner: request.owner,
    repo: request.repo,
    check_run_id: id,
    ...describe(request, annotations, isLast),
  });
}

function identify(data: unknown): { readonly id: number; readonly url: string } {
  const operation = operations.createCheckRun;
  const { id, html_url: url } = objectAt(operation, data);
  if (typeof id !== 'number') throw new Error('GitHub made a check run without a number');
  return { id, url: typeof url === 'string' ? url : '' };
}
