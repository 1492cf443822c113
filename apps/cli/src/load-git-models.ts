import { defaultModelConfigPatterns, type ModelInput, type SourceText } from '@topodiff/report';
import type { ChangedFile, GitRepository } from './git.ts';
import { decodeSource } from './load-text.ts';

/**
 * The model-config files that differ between two commits of a repository, with both texts.
 *
 * @param paths limits the comparison to these files and folders (relative to the repository's top folder);
 *   a file that is named is read whatever its name. Empty: the default patterns.
 */
export async function loadGitModels(
  repository: GitRepository,
  commits: { readonly base: string; readonly head: string },
  paths: readonly string[],
): Promise<readonly ModelInput[]> {
  const { default: picomatch } = await import('picomatch');
  const isModelConfig = picomatch([...defaultModelConfigPatterns], { dot: true, nocase: true });
  const changed = await repository.listChangedFiles(commits.base, commits.head);
  const named = new Set(paths.map(trimPath));
  const models: ModelInput[] = [];
  for (const file of changed) {
    const names = file.previousPath === null ? [file.path] : [file.path, file.previousPath];
    const isExplicit = names.some((name) => named.has(name));
    const isInside =
      paths.length === 0 || names.some((name) => [...named].some((path) => isBelow(name, path)));
    if (!isExplicit && !(isInside && names.some((name) => isModelConfig(name)))) continue;
    models.push({
      path: file.path,
      ...(file.previousPath === null ? {} : { previousPath: file.previousPath }),
      base: await loadBlob(repository, file.base),
      head: await loadBlob(repository, file.head),
      isExplicit,
    });
  }
  return models;
}

async function loadBlob(repository: GitRepository, entry: ChangedFile['base']): Promise<SourceText | null> {
  if (entry === null) return null;
  if (entry.mode === '160000') {
    return { kind: 'unreadable', reason: 'submodule', detail: 'it is a submodule', sha: entry.sha };
  }
  const bytes = await repository.readBlob(entry.sha);
  if (entry.mode === '120000') {
    const target = new TextDecoder().decode(bytes);
    return {
      kind: 'unreadable',
      reason: 'symlink',
      detail: `it is a symbolic link to ${target}, which is not followed`,
      sha: entry.sha,
    };
  }
  return decodeSource(bytes, entry.sha);
}

function trimPath(path: string): string {
  return path.replace(/^(?:\.\/)+/, '').replace(/\/+$/, '');
}

function isBelow(name: string, folder: string): boolean {
  return folder === '.' || folder === '' || name === folder || name.startsWith(`${folder}/`);
}
