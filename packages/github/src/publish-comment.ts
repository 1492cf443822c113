import { objectAt } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import { compareRuns, parseCommentMarker, type ReviewRun } from './comment-marker.ts';
import { GithubError } from './external-error.ts';
import { findOwnComments, type OwnComment } from './find-own-comments.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** The one comment of a pull request. */
export interface CommentRequest extends RepositoryName {
  readonly number: number;
  /** One comment per key: two jobs with different settings do not overwrite each other's. */
  readonly key: string;
  /** The whole comment; it begins with `formatCommentMarker(key, run)`. */
  readonly body: string;
  /** False when there is nothing to tell: an existing comment is then brought up to date, none is made. */
  readonly isWorthCreating: boolean;
  readonly run: ReviewRun;
}

/** What became of the comment; `url` is where it is. */
export type CommentOutcome =
  | {
      readonly kind: 'created' | 'edited' | 'unchanged';
      readonly url: string;
      /** Further comments of ours with this key, which now point to this one. */
      readonly duplicates: number;
    }
  /** A newer run has written the comment already, or saw that none was needed: there is then no address. */
  | { readonly kind: 'superseded'; readonly url: string }
  | { readonly kind: 'not-needed' }
  | Failure;

/**
 * Creates or edits the comment of `request.key`, or leaves it alone when it says the same already. Only a
 * comment that the token's own login wrote is ours, whatever markers others write; of several the first is
 * kept up to date, and the others point to it. An older run does not overwrite a newer one.
 */
export async function publishComment(client: GithubClient, request: CommentRequest): Promise<CommentOutcome> {
  return returnFailure(() => publish(client, request));
}

async function publish(client: GithubClient, request: CommentRequest): Promise<CommentOutcome> {
  const { owner, repo, number, key, body } = request;
  const own = parseCommentMarker(key, body);
  if (own === null) throw new Error('the body of a comment does not begin with its marker');
  const [existing, ...others] = await findOwnComments(client, request, number, key);
  if (existing === undefined) {
    if (!request.isWorthCreating) return { kind: 'not-needed' };
    // A newer run that had nothing to tell leaves no trace.
    if ((await readLiveHead(client, request)) !== request.run.headSha) return { kind: 'superseded', url: '' };
    return { kind: 'created', url: await create(client, request), duplicates: 0 };
  }
  const { url } = existing;
  if (await isSuperseded(client, request, [existing, ...others])) return { kind: 'superseded', url };
  if (
    existing.run.headSha === request.run.headSha &&
    normalize(existing.visibleBody) === normalize(own.visibleBody)
  ) {
    await retire(client, request, others, url);
    return { kind: 'unchanged', url, duplicates: others.length };
  }
  await callGithub(client, operations.editComment, { owner, repo, comment_id: existing.id, body });
  await retire(client, request, others, url);
  return { kind: 'edited', url, duplicates: others.length };
}

/** Two runs at once find no comment, and make one each: what the second one says would stay for ever. */
async function retire(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  comments: readonly OwnComment[],
  url: string,
): Promise<void> {
  // No marker of a key: nobody keeps it up to date any more.
  const body = `<!-- topodiff:retired -->\nTwo runs wrote this comment at once. [This one](${url}) is kept up to date.\n`;
  try {
    for (const { id } of comments)
      await callGithub(client, operations.editComment, { owner, repo, comment_id: id, body });
  } catch (error) {
    // The next run tries again.
    if (!(error instanceof GithubError)) throw error;
  }
}

/** How often a comment is made anew that got lost on the way. */
const creations = 3;
const waitBeforeLookingMs = 2_000;

/** Creates the comment. When GitHub breaks off, nobody knows whether it is there: it is looked for before the next try. */
async function create(client: GithubClient, request: CommentRequest): Promise<string> {
  const { owner, repo, number, key, body, run } = request;
  for (let attempt = 1; ; attempt += 1) {
    try {
      const params = { owner, repo, issue_number: number, body };
      const { data } = await callGithub(client, operations.createComment, params);
      return urlOf(data);
    } catch (error) {
      const kind = error instanceof GithubError ? error.externalError.kind : null;
      if ((kind !== 'unavailable' && kind !== 'unreachable') || attempt === creations) throw error;
      await client.sleep(waitBeforeLookingMs);
      const written = await findOwnComments(client, request, number, key);
      const own = written.find((comment) => compareRuns(comment.run, run) === 0);
      if (own !== undefined) return own.url;
    }
  }
}

async function isSuperseded(
  client: GithubClient,
  request: CommentRequest,
  comments: readonly OwnComment[],
): Promise<boolean> {
  const { run } = request;
  if (comments.some((comment) => compareRuns(comment.run, run) > 0)) return true;
  const otherHeads = comments.map((comment) => comment.run.headSha).filter((sha) => sha !== run.headSha);
  if (otherHeads.length === 0) return false;
  // A comment that already said the same kept its older run, so the run alone does not tell.
  const liveHead = await readLiveHead(client, request);
  return otherHeads.some((sha) => sha === liveHead);
}

async function readLiveHead(client: GithubClient, { owner, repo, number }: CommentRequest): Promise<unknown> {
  const operation = operations.readPullRequest;
  const { data } = await callGithub(client, operation, { owner, repo, pull_number: number });
  return objectAt(operation, data, 'head')['sha'];
}

function urlOf(data: unknown): string {
  const url = objectAt(operations.createComment, data)['html_url'];
  return typeof url === 'string' ? url : '';
}

/**
 * GitHub's own editor changes line ends, and its API the white space at the end. The link to the run is new in
 * every run and alone no reason to write.
 */
function normalize(body: string): string {
  return body
    .replaceAll('\r\n', '\n')
    .replace(/\/actions\/runs\/\d+/g, '/actions/runs/0')
    .trim();
}
