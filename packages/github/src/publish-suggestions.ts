import { callGithub } from './call-github.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { isOwnLogin } from './find-own-comments.ts';
import { loadPages } from './load-pages.ts';
import { loadViewer } from './load-viewer.ts';
import { operations } from './operations.ts';
import { readDiffHunks } from './read-diff-hunks.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** GitHub takes many comments at once for abuse, and a page with more of them helps nobody. */
export const suggestionsPerReview = 30;

/** GitHub refuses a review with a longer comment: its lines and its findings make one too long to read anyway. */
const mostCharacters = 65_536;

/** A change of whole lines that mends findings. */
export interface Suggestion {
  /** The same for the same suggestion on a later push. */
  readonly id: string;
  readonly path: string;
  readonly startLine: number;
  readonly endLine: number;
  /** Markdown, suggestion block included. */
  readonly body: string;
}

/** What is suggested, and where GitHub takes suggestions. */
export interface SuggestionsRequest extends RepositoryName {
  readonly number: number;
  readonly headSha: string;
  readonly suggestions: readonly Suggestion[];
  /** Lines that GitHub shows of each changed file, by path. */
  readonly patches: ReadonlyMap<string, string | null>;
}

/** How many suggestions were made, stood there already (`known`), and wait for the next push (`left`). */
export type SuggestionsOutcome =
  | { readonly kind: 'suggested'; readonly made: number; readonly known: number; readonly left: number }
  | { readonly kind: 'nothing-to-suggest'; readonly known: number }
  | Failure;

/**
 * Suggests fixes in one review: only on lines of the diff, not again what an earlier review of ours still suggests, and
 * nothing that is too long for a comment.
 * Beyond 30 the rest is left for the next push, and the review says so.
 */
export async function publishSuggestions(
  client: GithubClient,
  request: SuggestionsRequest,
): Promise<SuggestionsOutcome> {
  return returnFailure(() => publish(client, request));
}

async function publish(client: GithubClient, request: SuggestionsRequest): Promise<SuggestionsOutcome> {
  const { owner, repo, number, headSha, patches } = request;
  const possible = request.suggestions.filter(
    (suggestion) => isInDiff(suggestion, patches) && textOf(suggestion).length <= mostCharacters,
  );
  if (possible.length === 0) return { kind: 'nothing-to-suggest', known: 0 };
  const known = await listKnown(client, request);
  const wanted = possible.filter(({ id }) => !known.has(id));
  if (wanted.length === 0) return { kind: 'nothing-to-suggest', known: possible.length };
  const made = wanted.slice(0, suggestionsPerReview);
  const left = wanted.length - made.length;
  await callGithub(client, operations.createReview, {
    owner,
    repo,
    pull_number: number,
    commit_id: headSha,
    event: 'COMMENT',
    body: describe(made.length, left),
    comments: made.map((suggestion) => ({
      path: suggestion.path,
      side: 'RIGHT',
      line: suggestion.endLine,
      ...(suggestion.startLine === suggestion.endLine
        ? {}
        : { start_line: suggestion.startLine, start_side: 'RIGHT' }),
      body: textOf(suggestion),
    })),
  });
  return { kind: 'suggested', made: made.length, known: possible.length - wanted.length, left };
}

function describe(made: number, left: number): string {
  const fixes = made === 1 ? 'A fix that is safe' : `${made} fixes that are safe`;
  const rest = left === 0 ? '' : ` ${left} more follow with the next push.`;
  return `${fixes} to take as suggested: \`topodiff fix\` makes the same.${rest}`;
}

function isInDiff({ path, startLine, endLine }: Suggestion, patches: SuggestionsRequest['patches']): boolean {
  return readDiffHunks(patches.get(path) ?? '').some(
    ({ firstLine, lastLine }) => startLine >= firstLine && endLine <= lastLine,
  );
}

/** Suggestions of ours that still stand on a line of the diff. */
async function listKnown(
  client: GithubClient,
  { owner, repo, number }: SuggestionsRequest,
): Promise<ReadonlySet<string>> {
  const params = { owner, repo, pull_number: number };
  const comments = await loadPages(client, operations.listReviewComments, params, 'comments');
  const marked = comments.flatMap(({ body, line, user }) => {
    const id = typeof body === 'string' ? parseMarker(body) : null;
    return id === null || typeof line !== 'number' ? [] : [{ id, user }];
  });
  if (marked.length === 0) return new Set();
  const viewer = await loadViewer(client);
  return new Set(marked.filter(({ user }) => isOwnLogin(user, viewer)).map(({ id }) => id));
}

function textOf({ id, body }: Suggestion): string {
  return `${formatMarker(id)}\n${body}`;
}

function formatMarker(id: string): string {
  return `<!-- topodiff:suggestion:v1 ${encodeURIComponent(id).replaceAll('-', '%2D')} -->`;
}

function parseMarker(body: string): string | null {
  const [, id] = /^<!-- topodiff:suggestion:v1 (\S+) -->/.exec(body) ?? [];
  try {
    return id === undefined ? null : decodeURIComponent(id);
  } catch {
    return null;
  }
}
