import { compareTrees } from './compare-trees.ts';
import { editTree } from './edit-tree.ts';
import type { TreeEdit } from './edit-tree.ts';
import type { ObjectStore } from './object-store.ts';

/**
 * The tree with what changed from `base` to `theirs` done to `ours`, file by file: lines are not merged.
 *
 * @throws Error that names a file which both sides changed, each in its own way
 */
export function mergeTrees(store: ObjectStore, base: string, ours: string, theirs: string): string {
  const changedByUs = new Map(compareTrees(store, base, ours).map(({ path, after }) => [path, after]));
  const edits = new Map<string, TreeEdit>();
  for (const { path, after } of compareTrees(store, base, theirs)) {
    const ourFile = changedByUs.get(path);
    if (ourFile === undefined) {
      edits.set(path, after === null ? null : { mode: after.mode, sha: after.sha });
    } else if (ourFile?.sha !== after?.sha || ourFile?.mode !== after?.mode) {
      throw new Error(`${path} was changed on both sides`);
    }
  }
  return edits.size === 0 ? ours : editTree(store, ours, edits);
}
