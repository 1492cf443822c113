import type { ObjectStore } from './object-store.ts';
import type { TreeEntry } from './tree.ts';

/** A row of a tree listed with its path from the top. */
export interface ListedEntry extends TreeEntry {
  readonly path: string;
}

/**
 * Every entry under a tree in Git's order, folders before what is in them.
 *
 * @param treeSha - a tree of the store; an unknown one gives an empty list
 * @param recursive - false lists the tree's own rows only
 */
export function listTree(
  store: ObjectStore,
  treeSha: string,
  recursive: boolean,
  prefix = '',
): ListedEntry[] {
  return (store.readTree(treeSha) ?? []).flatMap((entry): ListedEntry[] => {
    const listed = { ...entry, path: prefix + entry.name };
    return recursive && entry.mode === '040000'
      ? [listed, ...listTree(store, entry.sha, recursive, `${listed.path}/`)]
      : [listed];
  });
}

/** The entry at a path of a tree, or undefined. The empty path is the tree itself. Links are not followed. */
export function findInTree(store: ObjectStore, treeSha: string, path: string): ListedEntry | undefined {
  let found: ListedEntry = { mode: '040000', name: '', sha: treeSha, path: '' };
  for (const name of path.split('/').filter((part) => part !== '')) {
    const entry =
      found.mode === '040000' ? store.readTree(found.sha)?.find((row) => row.name === name) : undefined;
    if (entry === undefined) return undefined;
    found = { ...entry, path: found.path === '' ? name : `${found.path}/${name}` };
  }
  return found;
}
