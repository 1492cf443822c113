import { listChangedFiles } from '../git/list-changed-files.ts';
import type { ChangedFile } from '../git/list-changed-files.ts';
import type { ObjectStore } from '../git/object-store.ts';
import type { Limits } from '../limits.ts';
import type { Repository } from './repository.ts';

/** Pages of one list are asked for one after the other, so the comparisons of a store are kept with it. */
const remembered = new WeakMap<ObjectStore, Map<string, readonly ChangedFile[]>>();

/**
 * The files that differ between the trees of two commits.
 *
 * @param base - null for branches without common history: nothing is listed then
 */
export function listFilesBetween(
  repository: Repository,
  { patchLines }: Limits,
  base: string | null,
  head: string,
): readonly ChangedFile[] {
  if (base === null) return [];
  const known = remembered.get(repository.store) ?? new Map<string, readonly ChangedFile[]>();
  remembered.set(repository.store, known);
  const key = `${base} ${head} ${patchLines}`;
  const files =
    known.get(key) ??
    listChangedFiles(repository.store, repository.treeOf(base), repository.treeOf(head), patchLines);
  known.set(key, files);
  return files;
}
