import type { ObjectStore } from './object-store.ts';
import { formatTree } from './tree.ts';
import type { FileMode, TreeEntry } from './tree.ts';

/** What to put at a path: a file, or null to remove what is there. */
export type TreeEdit = { readonly mode: FileMode; readonly sha: string } | null;

interface Folder {
  readonly edits: Map<string, TreeEdit>;
  readonly folders: Map<string, Folder>;
}

const emptyFolder = (): Folder => ({ edits: new Map(), folders: new Map() });

function groupByFolder(edits: ReadonlyMap<string, TreeEdit>): Folder {
  const root = emptyFolder();
  for (const [path, edit] of edits) {
    const parts = path.split('/');
    const name = parts.pop() ?? '';
    if ([...parts, name].some((part) => part === '' || part === '.' || part === '..' || part === '.git')) {
      throw new Error(`Git stores no path such as "${path}"`);
    }
    let folder = root;
    for (const part of parts) {
      const inner = folder.folders.get(part) ?? emptyFolder();
      folder.folders.set(part, inner);
      folder = inner;
    }
    folder.edits.set(name, edit);
  }
  return root;
}

function applyFolder(
  store: ObjectStore,
  treeSha: string | null,
  folder: Folder,
  prefix: string,
): string | null {
  const entries = new Map<string, TreeEntry>(
    (treeSha === null ? [] : (store.readTree(treeSha) ?? [])).map((entry) => [entry.name, entry]),
  );
  for (const [name, edit] of folder.edits) {
    if (edit !== null) {
      entries.set(name, { name, ...edit });
    } else if (!entries.delete(name)) {
      throw new Error(`${prefix}${name} is to be removed but is not in the parent's tree`);
    }
  }
  for (const [name, inner] of folder.folders) {
    const existing = entries.get(name);
    const sha = applyFolder(
      store,
      existing?.mode === '040000' ? existing.sha : null,
      inner,
      `${prefix}${name}/`,
    );
    if (sha === null) entries.delete(name);
    else entries.set(name, { name, mode: '040000', sha });
  }
  return entries.size === 0 ? null : store.add('tree', formatTree([...entries.values()]));
}

/**
 * Writes the tree that results from edits of another one and returns its SHA. Folders left empty disappear.
 *
 * @param treeSha - the tree to start from, null for none
 * @throws Error when a file to remove is not there or a path is not one that Git stores
 */
export function editTree(
  store: ObjectStore,
  treeSha: string | null,
  edits: ReadonlyMap<string, TreeEdit>,
): string {
  return applyFolder(store, treeSha, groupByFolder(edits), '') ?? store.add('tree', Buffer.alloc(0));
}
