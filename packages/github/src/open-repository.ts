import { objectAt, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import { GithubError } from './external-error.ts';
import { loadTree, type GitTree, type TreeEntry } from './git-tree.ts';
import type { GithubClient } from './github-client.ts';
import { makeSourceTextLoader, type DecodeBase64, type SourceTextLoader } from './load-source-text.ts';
import { operations } from './operations.ts';
import { returnFailure, type Failure } from './return-failure.ts';
import type { ReviewRange } from './review-range.ts';
import type { SourceText } from '@topodiff/report';

/** A commit and its files. */
export interface Revision {
  readonly sha: string;
  readonly tree: GitTree;
}

/** The three commits of a review: what is compared, and what holds now. Nothing is checked out. */
export interface RepositoryView {
  readonly range: ReviewRange;
  /** What head is compared with. */
  readonly base: Revision;
  readonly head: Revision;
  /** The live tip of the base branch. */
  readonly tip: Revision;
  /** Commits of the tip that base lacks; 0 where base is no merge base. */
  readonly commitsBehind: number;
  readonly texts: SourceTextLoader;
}

/** The commits of a review, or why they cannot be read. */
export type OpenOutcome = { readonly kind: 'opened'; readonly view: RepositoryView } | Failure;

/**
 * Finds the commits of a review and lists their files, through the API. The head of a fork is read from the base
 * repository, which shares its objects. Requests: 3 to 5, and more where GitHub cuts a tree.
 */
export async function openRepository(
  client: GithubClient,
  range: ReviewRange,
  decode: DecodeBase64,
): Promise<OpenOutcome> {
  return returnFailure(async () => ({ kind: 'opened', view: await open(client, range, decode) }));
}

async function open(client: GithubClient, range: ReviewRange, decode: DecodeBase64): Promise<RepositoryView> {
  const tipSha = await readTip(client, range);
  const start =
    range.start === 'base'
      ? { sha: range.baseSha, commitsBehind: 0 }
      : await readMergeBase(client, range, tipSha);
  const trees = new Map<string, Promise<GitTree>>();
  const openRevision = async (sha: string): Promise<Revision> => {
    const tree = trees.get(sha) ?? loadTree(client, range, sha);
    trees.set(sha, tree);
    return { sha, tree: await tree };
  };
  const [base, head, tip] = await Promise.all([start.sha, range.headSha, tipSha].map(openRevision));
  if (base === undefined || head === undefined || tip === undefined)
    throw new Error('three commits are three');
  return {
    range,
    base,
    head,
    tip,
    commitsBehind: start.commitsBehind,
    texts: makeSourceTextLoader(client, range, decode),
  };
}

/** The live tip; what the event names when the branch is gone. */
async function readTip(
  client: GithubClient,
  { owner, repo, baseRef, baseSha }: ReviewRange,
): Promise<string> {
  const operation = operations.readBranch;
  try {
    const { data } = await callGithub(client, operation, { owner, repo, ref: `heads/${baseRef}` });
    return textField(operation, objectAt(operation, data, 'object'), 'sha');
  } catch (error) {
    if (error instanceof GithubError && error.externalError.kind === 'not-found') return baseSha;
    throw error;
  }
}

async function readMergeBase(
  client: GithubClient,
  { owner, repo, headSha }: ReviewRange,
  tipSha: string,
): Promise<{ readonly sha: string; readonly commitsBehind: number }> {
  const operation = operations.compareCommits;
  // One commit a page: the answer's commits are not needed.
  const params = { owner, repo, basehead: `${tipSha}...${headSha}`, per_page: 1 };
  const { data } = await callGithub(client, operation, params);
  const behind = objectAt(operation, data)['behind_by'];
  return {
    sha: textField(operation, objectAt(operation, data, 'merge_base_commit'), 'sha'),
    commitsBehind: typeof behind === 'number' ? behind : 0,
  };
}

/** What a commit has at a path: nothing, an entry, or no way to tell. */
export type Entry = TreeEntry | Extract<SourceText, { readonly kind: 'unreadable' }> | null;

/** The entry of a path, where a failure is a value. */
export async function findEntry({ tree }: Revision, path: string): Promise<Entry> {
  try {
    return await tree.entryAt(path);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return { kind: 'unreadable', reason: 'failed', detail: error.message };
  }
}

/** The text of a path at one commit; null when the commit has nothing there. */
export async function loadTextAt(
  { texts }: RepositoryView,
  revision: Revision,
  path: string,
): Promise<SourceText | null> {
  const entry = await findEntry(revision, path);
  return entry === null || 'kind' in entry ? entry : texts.load(entry);
}
