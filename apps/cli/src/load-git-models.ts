import {
  defaultModelConfigPatterns,
  renameWithin,
  type ModelInput,
  type NoticeInput,
} from '@topodiff/report';
import type { ChangedFile, GitRepository } from './git.ts';
import { loadGitRelatedFiles } from './git-related-files.ts';
import { isFile, isSameEntry, loadEntry } from './git-source.ts';
import type { LoadedModels } from './load-models.ts';
import { loadGitUntouched } from './load-git-untouched.ts';
import { UserError } from './user-error.ts';

/** Commits of a comparison. */
export interface ComparedCommits {
  /** Where head branched off. */
  readonly base: string;
  readonly head: string;
  /** What the base branch has come to since. */
  readonly tip: string;
}

/** What differs between two commits, and what stays. */
export interface LoadedGitModels extends LoadedModels {
  /** All other models of the repository, where they were wanted. */
  readonly untouchedModels?: readonly ModelInput[];
}

/**
 * The model-config files that differ between two commits of a repository, with both texts, and those for which a file
 * differs that they name.
 *
 * @param paths limits the comparison to these files and folders, as a person gives them in the working directory; a
 *   file that is named is read whatever its name, changed or not. Empty: the default patterns in the whole repository.
 * @param wantsAll also load the models for which nothing differs; with `paths` they would be the rest of nothing, and
 *   are not loaded
 * @throws UserError when a path is outside of the repository, or when none of the paths exists at either commit.
 */
export async function loadGitModels(
  repository: GitRepository,
  commits: ComparedCommits,
  paths: readonly string[],
  wantsAll: boolean,
): Promise<LoadedGitModels> {
  const { default: picomatch } = await import('picomatch');
  const isModelConfig = picomatch([...defaultModelConfigPatterns], { dot: true, nocase: true });
  const changed = await repository.listChangedFiles(commits.base, commits.head);
  const named = new Map<string, string>();
  for (const path of paths) named.set(await repository.pathFromTop(path), path);
  const load = makeLoader(repository, commits, await listMoved(repository, commits));
  const models: ModelInput[] = [];
  const changedNames = new Set<string>();
  for (const file of changed) {
    const names = file.previousPath === null ? [file.path] : [file.path, file.previousPath];
    for (const name of names) changedNames.add(name);
    const isExplicit = names.some((name) => named.has(name));
    const isInside = named.size === 0 || names.some((name) => isBelowAny(name, named));
    if (isExplicit || (isInside && names.some((name) => isModelConfig(name)))) {
      models.push(await load(isExplicit ? file : withinNames(file, isModelConfig), isExplicit));
    }
  }
  const notices: NoticeInput[] = [];
  for (const [fromTop, path] of named) {
    if (changedNames.has(fromTop)) continue;
    const base = await repository.entryAt(commits.base, fromTop);
    const head = await repository.entryAt(commits.head, fromTop);
    if (base === null && head === null) notices.push(notFoundNotice(path));
    else if (isFile(base) && isFile(head)) {
      models.push(await load({ path: fromTop, previousPath: null, base, head }, true));
    }
  }
  if (models.length === 0 && notices[0] !== undefined) throw new UserError(notices[0].message);
  const loaded = { models, notices, hasUnreadablePath: notices.length > 0 };
  const isWhole = named.size === 0;
  // A DeepSpeed configuration is JSON: only then can a model change that does not change itself.
  if (!(isWhole && wantsAll) && ![...changedNames].some((name) => /\.json$/i.test(name))) return loaded;
  const untouched = await loadGitUntouched(repository, {
    base: commits.base,
    head: commits.head,
    changed,
    isModelConfig: (path) => isModelConfig(path) && (isWhole || isBelowAny(path, named)),
    reviewed: new Set(models.map(({ path }) => path)),
  });
  if (isWhole && wantsAll) return { ...loaded, untouchedModels: untouched };
  return { ...loaded, models: [...models, ...untouched.filter(hasOtherRelatedFiles)] };
}

/** The sides that a file has under its reviewed names. */
function withinNames(file: ChangedFile, isModelConfig: (path: string) => boolean): ChangedFile {
  const { path, previousPath } = renameWithin(file, isModelConfig);
  const isBaseReviewed = previousPath === file.previousPath || path === file.previousPath;
  return {
    path,
    previousPath,
    base: isBaseReviewed ? file.base : null,
    head: path === file.path ? file.head : null,
  };
}

type Loader = (file: ChangedFile, isExplicit: boolean) => Promise<ModelInput>;

function makeLoader(
  repository: GitRepository,
  commits: ComparedCommits,
  moved: ReadonlyMap<string, ChangedFile['head']>,
): Loader {
  return async ({ path, previousPath, base, head }, isExplicit) => {
    const basePath = previousPath ?? path;
    const sources = {
      base: await loadEntry(repository, base),
      head: await loadEntry(repository, head),
    };
    const related = (side: 'base' | 'head') =>
      loadGitRelatedFiles(
        repository,
        (file) => repository.entryAt(commits[side], file),
        side === 'base' ? basePath : path,
        sources[side],
      );
    const atTip = moved.get(basePath);
    return {
      path,
      ...(previousPath === null ? {} : { previousPath }),
      ...sources,
      ...(atTip === undefined || isSameEntry(atTip, base)
        ? {}
        : { baseTip: await loadEntry(repository, atTip) }),
      isExplicit,
      relatedFiles: { base: await related('base'), head: await related('head') },
    };
  };
}

/** What the tip of the base branch has where it differs from where head branched off; null where it has nothing. */
async function listMoved(
  repository: GitRepository,
  { base, tip }: ComparedCommits,
): Promise<ReadonlyMap<string, ChangedFile['head']>> {
  const moved = new Map<string, ChangedFile['head']>();
  if (base === tip) return moved;
  for (const { path, previousPath, head } of await repository.listChangedFiles(base, tip)) {
    if (previousPath !== null) moved.set(previousPath, null);
    moved.set(path, head);
  }
  return moved;
}

function hasOtherRelatedFiles({ relatedFiles }: ModelInput): boolean {
  if (relatedFiles === undefined) return false;
  const { base, head } = relatedFiles;
  return [...new Set([...base.keys(), ...head.keys()])].some((path) => base.get(path) !== head.get(path));
}

function isBelowAny(name: string, folders: ReadonlyMap<string, string>): boolean {
  if (folders.has('')) return true;
  for (let end = name.lastIndexOf('/'); end !== -1; end = name.lastIndexOf('/', end - 1)) {
    if (folders.has(name.slice(0, end))) return true;
  }
  return false;
}

function notFoundNotice(path: string): NoticeInput {
  return {
    code: 'path-not-found',
    severity: 'error',
    message: `${path} is at neither revision; check the path`,
    path,
  };
}
