import {
  findRelatedFiles,
  matchPaths,
  renameWithin,
  type ModelInput,
  type NoticeInput,
  type SourceText,
} from '@topodiff/report';
import type { ChangedFile } from './changed-file.ts';
import { compareTrees } from './compare-trees.ts';
import { contentOf, isFolder, type TreeEntry } from './git-tree.ts';
import type { GithubClient } from './github-client.ts';
import { listChangedFiles, listRenames } from './list-changed-files.ts';
import { mapInParallel } from './map-in-parallel.ts';
import { findEntry, loadTextAt, type Entry, type RepositoryView, type Revision } from './open-repository.ts';
import { returnFailure, type Failure } from './return-failure.ts';

/** How many files are looked up at a time where GitHub cuts the trees. */
const parallelReads = 6;

/** Which files of a repository are looked for. */
export interface FindOptions {
  /** Globs of the files to review; see `matchPaths`. */
  readonly patterns: readonly string[];
  /** Paths of config.properties files in the repository: read at each side's own commit. */
  readonly configPropertiesPaths: readonly string[];
}

/** The model-configs of a repository on both sides, ready for the review. */
export interface FoundModelConfigs {
  /** Changed, added, removed or renamed. */
  readonly models: readonly ModelInput[];
  /** All others; null when GitHub cut a tree, so that nobody knows them. */
  readonly untouchedModels: readonly ModelInput[] | null;
  readonly notices: readonly NoticeInput[];
  /** By path, what each side has there; null where it does not exist. */
  readonly configProperties: ReadonlyMap<
    string,
    { readonly base: SourceText | null; readonly head: SourceText | null }
  >;
  /** Lines of each changed file that GitHub shows in the diff, by path at head; null where it shows none. */
  readonly patches: ReadonlyMap<string, string | null>;
}

/** What was found; a failure only where even the list of changes cannot be had. */
export type FindOutcome = { readonly kind: 'found'; readonly found: FoundModelConfigs } | Failure;

/**
 * Finds the model-config files of a repository, what a pull request changes of them, and the files that they refer to,
 * at base and at head. What one file withholds (a symbolic link, a failed read) is a value of that file; an incomplete
 * list of changes is a notice of severity error.
 *
 * Requests: one for each 100 changed files, and one for about 50 texts.
 */
export async function findModelConfigs(
  client: GithubClient,
  view: RepositoryView,
  options: FindOptions,
): Promise<FindOutcome> {
  return returnFailure(async () => ({ kind: 'found', found: await find(client, view, options) }));
}

async function find(
  client: GithubClient,
  view: RepositoryView,
  { patterns, configPropertiesPaths }: FindOptions,
): Promise<FoundModelConfigs> {
  const { base, head, texts } = view;
  const isWanted = matchPaths(patterns);
  const { patches, notices, ...found } = await findChanges(client, view, isWanted);
  const changed = found.changed.map((file) => renameWithin(file, isWanted));
  const sides = await mapInParallel(changed, parallelReads, (file) => findSides(view, file));
  const others = findUntouched(view, isWanted, changed);
  await texts.loadAll([
    ...sides.flatMap(({ before, after, atTip }) => [before, after, atTip]).filter(isTreeEntry),
    ...(others ?? []),
  ]);

  const load = async (entry: Entry): Promise<SourceText | null> =>
    isTreeEntry(entry) ? texts.load(entry) : (entry ?? null);
  const models = await mapInParallel(sides, parallelReads, async (side): Promise<ModelInput | null> => {
    const { file, before, after, atTip } = side;
    if (file.previousPath === null && isSame(before, after)) return null;
    return {
      path: file.path,
      ...(file.previousPath === null ? {} : { previousPath: file.previousPath }),
      base: await load(before),
      head: await load(after),
      ...(isSame(before, atTip) ? {} : { baseTip: await load(atTip) }),
      isExplicit: false,
    };
  });
  const untouched = await mapInParallel(others ?? [], parallelReads, async (entry): Promise<ModelInput> => {
    const source = await texts.load(entry);
    return { path: entry.path, base: source, head: source, isExplicit: false };
  });
  const all = [...models.filter((model) => model !== null), ...untouched];
  const withRelated = await addRelatedFiles(view, all);
  // A pull request may propose a policy that names thousands.
  const properties = await mapInParallel(configPropertiesPaths, parallelReads, async (path) => [
    await findEntry(base, path),
    await findEntry(head, path),
  ]);
  await texts.loadAll(properties.flat().filter(isTreeEntry));
  const configProperties = await mapInParallel(configPropertiesPaths, parallelReads, async (path) => {
    const [atBase, atHead] = [await loadTextAt(view, base, path), await loadTextAt(view, head, path)];
    return [path, { base: atBase, head: atHead }] as const;
  });
  const count = all.length - untouched.length;
  return {
    models: withRelated.slice(0, count),
    untouchedModels: others === null ? null : withRelated.slice(count),
    notices: [
      ...notices,
      ...describeRenamedOut(found.changed, isWanted),
      ...(others === null ? [fleetUnknown] : []),
      ...texts.remarks.map((message) => ({ code: 'read-one-by-one', severity: 'info' as const, message })),
    ],
    configProperties: new Map(configProperties),
    patches,
  };
}

/** TorchServe may read them all the same, under a name that no review knows. */
function describeRenamedOut(
  changed: readonly ChangedFile[],
  isWanted: (path: string) => boolean,
): readonly NoticeInput[] {
  return changed.flatMap(({ path, previousPath }) =>
    previousPath === null || isWanted(path)
      ? []
      : {
          code: 'renamed-out-of-files',
          severity: 'warning' as const,
          message: `${previousPath} becomes ${path}, which is none of the files that are reviewed: once this is merged, no review and no budget counts the model.`,
          path,
        },
  );
}

const fleetUnknown: NoticeInput = {
  code: 'fleet-unknown',
  severity: 'warning',
  message:
    'GitHub does not list all files of this repository: the totals count the changed models only, and what a change of a ' +
    'config.properties or another related file does to the others is not known.',
};

interface Sides {
  readonly file: ChangedFile;
  readonly before: Entry;
  readonly after: Entry;
  readonly atTip: Entry;
}

async function findSides({ base, head, tip }: RepositoryView, file: ChangedFile): Promise<Sides> {
  const path = file.previousPath ?? file.path;
  const before = await findEntry(base, path);
  return {
    file,
    before,
    after: await findEntry(head, file.path),
    atTip: tip.sha === base.sha ? before : await findEntry(tip, path),
  };
}

async function findChanges(
  client: GithubClient,
  { range, base, head }: RepositoryView,
  isWanted: (path: string) => boolean,
): Promise<Pick<FoundModelConfigs, 'patches' | 'notices'> & { readonly changed: readonly ChangedFile[] }> {
  const isComplete = base.tree.isComplete && head.tree.isComplete;
  const listed =
    range.number === null ? null : await listChangedFiles(client, range, range.number, isComplete);
  const compared = await compareFiles(client, { range, base, head }, isWanted);
  if (listed !== null && (!isComplete || isSameList(listed, compared, isWanted))) {
    return {
      changed: listed.filter((file) => concerns(file, isWanted)),
      patches: new Map(listed.map(({ path, patch }) => [path, patch])),
      notices: [],
    };
  }
  return {
    changed: compared,
    patches: new Map(),
    notices: describeTreeComparison(base, head, range.number !== null),
  };
}

/** What the trees say; the files of a merge queue's commit that were renamed and edited are those of its pull request. */
async function compareFiles(
  client: GithubClient,
  { range, base, head }: Pick<RepositoryView, 'range' | 'base' | 'head'>,
  isWanted: (path: string) => boolean,
): Promise<readonly ChangedFile[]> {
  const compare = (renames?: readonly ChangedFile[]) =>
    compareTrees(base.tree, head.tree, renames).filter((file) => concerns(file, isWanted));
  const compared = compare();
  const { queuedPullRequest } = range;
  const mayBeRenamed = ({ path, previousPath }: ChangedFile) =>
    previousPath === null && !(base.tree.entries.has(path) && head.tree.entries.has(path));
  if (queuedPullRequest === undefined || !compared.some(mayBeRenamed)) return compared;
  return compare(await listRenames(client, range, queuedPullRequest));
}

/**
 * Whether a list of changes names the same wanted files as the comparison of both commits. A push while the list is read
 * makes it one of another commit, and two pushes in time would bring back the head that was asked for.
 */
function isSameList(
  listed: readonly ChangedFile[],
  compared: readonly ChangedFile[],
  isWanted: (path: string) => boolean,
): boolean {
  const [a, b] = [listed, compared].map(
    (files) => new Set(files.flatMap((file) => [file.path, file.previousPath ?? file.path]).filter(isWanted)),
  );
  return a !== undefined && b !== undefined && a.size === b.size && [...a].every((path) => b.has(path));
}

/** Files that both commits have with the same content; null when a list of them is cut. */
function findUntouched(
  { base, head }: RepositoryView,
  isWanted: (path: string) => boolean,
  changed: readonly ChangedFile[],
): readonly TreeEntry[] | null {
  if (!base.tree.isComplete || !head.tree.isComplete) return null;
  const isChanged = new Set(changed.map(({ path }) => path));
  return [...head.tree.entries.values()].filter(
    (entry) =>
      !isFolder(entry) &&
      isWanted(entry.path) &&
      !isChanged.has(entry.path) &&
      isSame(base.tree.entries.get(entry.path) ?? null, entry),
  );
}

/** The texts that configurations name, by the path written in them. What cannot be read stays unknown. */
async function addRelatedFiles(
  view: RepositoryView,
  models: readonly ModelInput[],
): Promise<readonly ModelInput[]> {
  const related = models.map((model) => ({
    model,
    base: findRelatedFiles(model.previousPath ?? model.path, model.base),
    head: findRelatedFiles(model.path, model.head),
  }));
  const entriesOf = async (revision: Revision, files: ReturnType<typeof findRelatedFiles>) =>
    mapInParallel(files, parallelReads, async ({ written, path }) => ({
      written,
      entry: path === null ? null : await findEntry(revision, path),
    }));
  const found = await mapInParallel(related, parallelReads, async ({ model, base, head }) => ({
    model,
    base: await entriesOf(view.base, base),
    head: await entriesOf(view.head, head),
  }));
  await view.texts.loadAll(
    found.flatMap(({ base, head }) => [...base, ...head].map(({ entry }) => entry)).filter(isTreeEntry),
  );
  const textsOf = async (entries: Awaited<ReturnType<typeof entriesOf>>) => {
    const texts = new Map<string, string>();
    for (const { written, entry } of entries) {
      const source = isTreeEntry(entry) ? await view.texts.load(entry) : entry;
      // One that is not there stays unknown: the archive may bring it from elsewhere.
      if (source?.kind === 'text') texts.set(written, source.text);
    }
    return texts;
  };
  return mapInParallel(found, parallelReads, async ({ model, base, head }) =>
    base.length + head.length === 0
      ? model
      : { ...model, relatedFiles: { base: await textsOf(base), head: await textsOf(head) } },
  );
}

function isTreeEntry(entry: Entry): entry is TreeEntry {
  return entry !== null && !('kind' in entry);
}

function isSame(base: Entry, head: Entry): boolean {
  if (base === null || head === null) return base === head;
  return isTreeEntry(base) && isTreeEntry(head) && contentOf(base) === contentOf(head);
}

/** A file that is renamed into or out of the wanted names counts. */
function concerns(file: ChangedFile, isWanted: (path: string) => boolean): boolean {
  return isWanted(file.path) || (file.previousPath !== null && isWanted(file.previousPath));
}

function describeTreeComparison(
  base: Revision,
  head: Revision,
  isPullRequest: boolean,
): readonly NoticeInput[] {
  if (!base.tree.isComplete || !head.tree.isComplete) {
    return [
      {
        code: 'incomplete-file-list',
        severity: 'error',
        message:
          'GitHub gave neither a complete list of changed files nor all files of both commits: ' +
          'model-config files may have changed that this report does not show.',
      },
    ];
  }
  if (!isPullRequest) return [];
  return [
    {
      code: 'compared-trees',
      severity: 'info',
      message:
        'GitHub gave no complete list of changed files for this commit, so all files of both commits were compared; ' +
        'a file that was renamed and edited shows as removed and added.',
    },
  ];
}
