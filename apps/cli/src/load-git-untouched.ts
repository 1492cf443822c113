import { findRelatedFiles } from '@topodiff/report';
import type { ModelInput } from '@topodiff/report';
import type { ChangedFile, GitRepository } from './git.ts';
import { loadGitRelatedFiles } from './git-related-files.ts';
import { loadEntry } from './git-source.ts';
import { UserError } from './user-error.ts';

/** A comparison, and what of it is told elsewhere. */
export interface UntouchedQuery {
  readonly head: string;
  readonly base: string;
  readonly changed: readonly ChangedFile[];
  readonly isModelConfig: (path: string) => boolean;
  /** Models that are reviewed already. */
  readonly reviewed: ReadonlySet<string>;
}

/**
 * The model-config files of the repository that are the same at both revisions, with the files that they name on each
 * side: such a file may have changed. All blobs are read by two runs of git, so the time grows with the texts alone.
 */
export async function loadGitUntouched(
  repository: GitRepository,
  { base, head, changed, isModelConfig, reviewed }: UntouchedQuery,
): Promise<readonly ModelInput[]> {
  const files = await repository.listFiles(head);
  const baseOf = new Map(changed.map((file) => [file.path, file.base]));
  const entries = [...files].filter(
    ([path]) => isModelConfig(path) && !baseOf.has(path) && !reviewed.has(path),
  );
  const known = await readTogether(
    repository,
    entries.map(([, { sha }]) => sha),
  );
  const models: ModelInput[] = [];
  for (const [path, entry] of entries) {
    const source = await loadEntry(repository, entry, known);
    const atHead = await loadGitRelatedFiles(
      repository,
      (file) => Promise.resolve(files.get(file) ?? null),
      path,
      source,
    );
    const isRelatedChanged = findRelatedFiles(path, source).some(
      (file) => file.path !== null && touches(changed, file.path),
    );
    const atBase = isRelatedChanged
      ? await loadGitRelatedFiles(repository, (file) => repository.entryAt(base, file), path, source)
      : atHead;
    models.push({
      path,
      base: source,
      head: source,
      isExplicit: false,
      relatedFiles: { base: atBase, head: atHead },
    });
  }
  return models;
}

function touches(changed: readonly ChangedFile[], path: string): boolean {
  return changed.some((file) => file.path === path || file.previousPath === path);
}

/** A clone that cannot give all of them at once is asked for each alone: what is broken hides no other file. */
async function readTogether(
  repository: GitRepository,
  shas: readonly string[],
): Promise<ReadonlyMap<string, Uint8Array>> {
  try {
    return await repository.readBlobs(shas);
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    return new Map();
  }
}
