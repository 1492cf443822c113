import { defaultModelConfigPatterns, type ModelInput, type SourceText } from '@topodiff/report';
import type { ChangedFile, GitEntry, GitRepository } from './git.ts';
import type { LoadedModels, Notice } from './load-models.ts';
import { decodeSource } from './load-text.ts';
import { UserError } from './user-error.ts';

/** Longest target of a symbolic link that is shown. */
const longestTargetBytes = 4096;

/**
 * The model-config files that differ between two commits of a repository, with both texts.
 *
 * @param paths limits the comparison to these files and folders, as a person gives them in the working directory; a
 *   file that is named is read whatever its name, changed or not. Empty: the default patterns in the whole repository.
 * @throws UserError when a path is outside of the repository, or when none of the paths exists at either commit.
 */
export async function loadGitModels(
  repository: GitRepository,
  commits: { readonly base: string; readonly head: string },
  paths: readonly string[],
): Promise<LoadedModels> {
  const { default: picomatch } = await import('picomatch');
  const isModelConfig = picomatch([...defaultModelConfigPatterns], { dot: true, nocase: true });
  const changed = await repository.listChangedFiles(commits.base, commits.head);
  const named = new Map<string, string>();
  for (const path of paths) named.set(await repository.pathFromTop(path), path);
  const models: ModelInput[] = [];
  const changedNames = new Set<string>();
  for (const file of changed) {
    const names = file.previousPath === null ? [file.path] : [file.path, file.previousPath];
    for (const name of names) changedNames.add(name);
    const isExplicit = names.some((name) => named.has(name));
    const isInside = named.size === 0 || names.some((name) => isBelowAny(name, named));
    if (isExplicit || (isInside && names.some((name) => isModelConfig(name)))) {
      models.push(await loadChangedFile(repository, file, isExplicit));
    }
  }
  const notices: Notice[] = [];
  for (const [fromTop, path] of named) {
    if (changedNames.has(fromTop)) continue;
    const base = await repository.entryAt(commits.base, fromTop);
    const head = await repository.entryAt(commits.head, fromTop);
    if (base === null && head === null) notices.push(notFoundNotice(path));
    else if (isFile(base) && isFile(head)) {
      models.push(await loadChangedFile(repository, { path: fromTop, previousPath: null, base, head }, true));
    }
  }
  if (models.length === 0 && notices[0] !== undefined) throw new UserError(notices[0].message);
  return { models, notices, hasUnreadablePath: notices.length > 0 };
}

async function loadChangedFile(
  repository: GitRepository,
  { path, previousPath, base, head }: ChangedFile,
  isExplicit: boolean,
): Promise<ModelInput> {
  return {
    path,
    ...(previousPath === null ? {} : { previousPath }),
    base: await loadBlob(repository, base),
    head: await loadBlob(repository, head),
    isExplicit,
  };
}

async function loadBlob(repository: GitRepository, entry: GitEntry | null): Promise<SourceText | null> {
  if (entry === null) return null;
  const { sha, mode } = entry;
  if (mode === '160000') return { kind: 'unreadable', reason: 'submodule', detail: 'it is a submodule', sha };
  try {
    const bytes = await repository.readBlob(sha);
    if (mode !== '120000') return decodeSource(bytes, sha);
    const target = new TextDecoder().decode(bytes.subarray(0, longestTargetBytes));
    const detail = `it is a symbolic link to ${target}, which is not followed`;
    return { kind: 'unreadable', reason: 'symlink', detail, sha };
  } catch (error) {
    // A blob that this clone lacks, or a broken one, hides no other file.
    if (!(error instanceof UserError)) throw error;
    return { kind: 'unreadable', reason: 'failed', detail: error.message, sha };
  }
}

function isFile(entry: GitEntry | null): entry is GitEntry {
  return entry !== null && entry.mode !== '040000';
}

function isBelowAny(name: string, folders: ReadonlyMap<string, string>): boolean {
  if (folders.has('')) return true;
  for (let end = name.lastIndexOf('/'); end !== -1; end = name.lastIndexOf('/', end - 1)) {
    if (folders.has(name.slice(0, end))) return true;
  }
  return false;
}

function notFoundNotice(path: string): Notice {
  return {
    code: 'path-not-found',
    severity: 'error',
    message: `${path} is at neither revision; check the path`,
    path,
  };
}
