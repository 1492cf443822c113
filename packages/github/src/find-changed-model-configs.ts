import { matchPaths, type ModelInput, type ReviewInput, type SourceText } from '@topodiff/report';
import { objectAt, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { ChangedFile } from './changed-file.ts';
import { compareTrees } from './compare-trees.ts';
import { GithubError, type ExternalError } from './external-error.ts';
import { loadTree, type GitTree, type TreeEntry } from './git-tree.ts';
import type { GithubClient, PullRequestRevision } from './github-client.ts';
import { listChangedFiles } from './list-changed-files.ts';
import { loadSourceText, type DecodeBase64 } from './load-source-text.ts';
import { mapInParallel } from './map-in-parallel.ts';

import { operations } from './operations.ts';

/** How many files are read at a time. */
const parallelReads = 6;

export interface FindOptions {
  /** Globs of the files to review; see `matchPaths`. */
  readonly patterns: readonly string[];
  /** Path of the server's config.properties in the repository: read at each side's own commit. */
  readonly configPropertiesPath?: string;
  readonly decode: DecodeBase64;
}

/** A pull request's model-configs on both sides, ready for the review. */
export interface ChangedModelConfigs {
  /** Where the head branched off the base branch: what the head is compared with. */
  readonly mergeBaseSha: string;
  readonly models: readonly ModelInput[];
  readonly notices: readonly Notice[];
  /** The config.properties of each side; null where it does not exist or was not asked for. */
  readonly configProperties: { readonly base: SourceText | null; readonly head: SourceText | null };
}

export type FindOutcome =
  | { readonly kind: 'found'; readonly found: ChangedModelConfigs }
  | { readonly kind: 'failed'; readonly error: ExternalError };

/**
 * Finds the model-config files that a pull request changes and reads them at the merge base and at the head,
 * all through the API: nothing is checked out and no code of the pull request runs. The head of a fork is read
 * from the base repository, which shares its objects. What one file withholds (a symbolic link, a failed read)
 * is a value of that file; an incomplete list of changes is a notice of severity error.
 *
 * Requests: 3 without a matching file (and one per further 100 files), else 5 and one per text.
 */
export async function findChangedModelConfigs(
  client: GithubClient,
  revision: PullRequestRevision,
  options: FindOptions,
): Promise<FindOutcome> {
  try {
    return { kind: 'found', found: await find(client, revision, options) };
  } catch (error) {
    if (error instanceof GithubError) return { kind: 'failed', error: error.externalError };
    throw error;
  }
}

async function find(
  client: GithubClient,
  revision: PullRequestRevision,
  { patterns, configPropertiesPath, decode }: FindOptions,
): Promise<ChangedModelConfigs> {
  const isWanted = matchPaths(patterns);
  const listed = await listChangedFiles(client, revision);
  const mergeBaseSha = await readMergeBase(client, revision);
  const wanted = listed?.filter((file) => concerns(file, isWanted));
  if (wanted?.length === 0 && configPropertiesPath === undefined) {
    return { mergeBaseSha, models: [], notices: [], configProperties: { base: null, head: null } };
  }
  const [base, head] = await Promise.all([
    loadTree(client, revision, mergeBaseSha),
    loadTree(client, revision, revision.headSha),
  ]);
  const notices: Notice[] = [];
  let changed = wanted;
  if (changed === undefined) {
    changed = compareTrees(base, head).filter((file) => concerns(file, isWanted));
    notices.push(describeTreeComparison(base, head));
  }
  const loaded = new Map<string, Promise<SourceText>>();
  const load = async (side: Side): Promise<SourceText | null> => {
    if (side === null || 'kind' in side) return side;
    const content = `${side.mode} ${side.sha}`;
    const source = loaded.get(content) ?? loadSourceText(client, revision, side, decode);
    loaded.set(content, source);
    return source;
  };
  const models = await mapInParallel(changed, parallelReads, async (file): Promise<ModelInput | null> => {
    const before = await findEntry(base, file.previousPath ?? file.path);
    const after = await findEntry(head, file.path);
    if (file.previousPath === null && isSame(before, after)) return null;
    return {
      path: file.path,
      ...(file.previousPath === null ? {} : { previousPath: file.previousPath }),
      base: await load(before),
      head: await load(after),
      isExplicit: false,
    };
  });
  const loadAt = async (tree: GitTree) =>
    configPropertiesPath === undefined ? null : load(await findEntry(tree, configPropertiesPath));
  return {
    mergeBaseSha,
    models: models.filter((model) => model !== null),
    notices,
    configProperties: { base: await loadAt(base), head: await loadAt(head) },
  };
}

type Notice = NonNullable<ReviewInput['notices']>[number];
/** What a commit has at a path: nothing, an entry, or no way to tell. */
type Side = TreeEntry | Extract<SourceText, { readonly kind: 'unreadable' }> | null;

async function findEntry(tree: GitTree, path: string): Promise<Side> {
  try {
    return await tree.entryAt(path);
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return { kind: 'unreadable', reason: 'failed', detail: error.message };
  }
}

function isSame(base: Side, head: Side): boolean {
  if (base === null || head === null) return base === head;
  return !('kind' in base) && !('kind' in head) && base.sha === head.sha && base.mode === head.mode;
}

async function readMergeBase(client: GithubClient, revision: PullRequestRevision): Promise<string> {
  const { owner, repo, baseSha, headSha } = revision;
  const operation = operations.compareCommits;
  // One commit a page: the answer's commits are not needed.
  const params = { owner, repo, basehead: `${baseSha}...${headSha}`, per_page: 1 };
  const { data } = await callGithub(client, operation, params);
  return textField(operation, objectAt(operation, data, 'merge_base_commit'), 'sha');
}

/** A file that is renamed into or out of the wanted names counts. */
function concerns(file: ChangedFile, isWanted: (path: string) => boolean): boolean {
  return isWanted(file.path) || (file.previousPath !== null && isWanted(file.previousPath));
}

function describeTreeComparison(base: GitTree, head: GitTree): Notice {
  if (base.isComplete && head.isComplete) {
    return {
      code: 'compared-trees',
      severity: 'info',
      message:
        'GitHub gave no complete list of changed files for this commit, so all files of both commits were compared; ' +
        'a file that was renamed and edited shows as removed and added.',
    };
  }
  return {
    code: 'incomplete-file-list',
    severity: 'error',
    message:
      'GitHub gave neither a complete list of changed files nor all files of both commits: ' +
      'model-config files may have changed that this report does not show.',
  };
}
