import { findRelatedFiles, type SourceText } from '@topodiff/report';
import type { GitEntry, GitRepository } from './git.ts';
import { isFile, loadEntry } from './git-source.ts';

/** Finds what one revision has at a path from the top folder. */
export type EntryFinder = (path: string) => Promise<GitEntry | null>;

/**
 * The files that a configuration names, as one revision has them, by the path written in it. One that is not there stays
 * unknown: the archive may bring it.
 */
export async function loadGitRelatedFiles(
  repository: GitRepository,
  entryAt: EntryFinder,
  modelPath: string,
  source: SourceText | null,
): Promise<ReadonlyMap<string, string | null>> {
  const related = new Map<string, string | null>();
  for (const { written, path } of findRelatedFiles(modelPath, source)) {
    const entry = path === null ? null : await entryAt(path);
    const file = isFile(entry) ? await loadEntry(repository, entry) : null;
    if (file?.kind === 'text') related.set(written, file.text);
  }
  return related;
}
