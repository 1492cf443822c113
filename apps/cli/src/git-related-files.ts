import { relatedFilePath, type SourceText } from '@topodiff/report';
import { parseModelConfig, relatedPaths } from '@topodiff/schema';
import type { GitEntry, GitRepository } from './git.ts';
import { isFile, loadEntry } from './git-source.ts';

/** Finds what one revision has at a path from the top folder. */
export type EntryFinder = (path: string) => Promise<GitEntry | null>;

/** A longer text that names a DeepSpeed configuration is one made by mistake; parsing it here would take its time twice. */
const mostCharacters = 262_144;

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
  for (const { written, path } of relatedFilesOf(modelPath, source)) {
    const entry = await entryAt(path);
    const file = isFile(entry) ? await loadEntry(repository, entry) : null;
    if (file?.kind === 'text') related.set(written, file.text);
  }
  return related;
}

/** The files that a configuration names: as written in it, and from the top folder. */
export function relatedFilesOf(
  modelPath: string,
  source: SourceText | null,
): readonly { readonly written: string; readonly path: string }[] {
  if (source?.kind !== 'text' || source.text.length > mostCharacters) return [];
  if (!source.text.includes('deepspeed')) return [];
  return relatedPaths(parseModelConfig(source.text)).flatMap((written) => {
    const path = relatedFilePath(modelPath, written);
    return path === null ? [] : [{ written, path }];
  });
}
