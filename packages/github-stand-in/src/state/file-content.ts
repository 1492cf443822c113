import type { ObjectStore } from '../git/object-store.ts';
import type { TreeEdit } from '../git/edit-tree.ts';
import type { FileMode } from '../git/tree.ts';

/** A file that is not a plain one: executable, a symbolic link, or a submodule. */
export interface SpecialFile {
  readonly mode: Exclude<FileMode, '100644'>;
  /** The content, the link's target, or the submodule's commit. */
  readonly content: string | Uint8Array;
}

/** Text or bytes of a plain file, a special file, or null to remove what is there. */
export type FileContent = string | Uint8Array | SpecialFile | null;

/** A file that may be run (mode 100755). */
export function executable(content: string | Uint8Array): SpecialFile {
  return { mode: '100755', content };
}

/**
 * A symbolic link.
 *
 * @param target - as `readlink` prints it, relative to the link's folder
 */
export function symbolicLink(target: string): SpecialFile {
  return { mode: '120000', content: target };
}

/**
 * A submodule, which has no files here.
 *
 * @param sha - the commit that it is at
 */
export function submodule(sha: string): SpecialFile {
  return { mode: '160000', content: sha };
}

/** Stores a file's content and says what to put into the tree. */
export function storeFile(store: ObjectStore, file: FileContent): TreeEdit {
  if (file === null) return null;
  const { mode, content } =
    typeof file === 'string' || file instanceof Uint8Array
      ? { mode: '100644' as const, content: file }
      : file;
  return mode === '160000'
    ? { mode, sha: content.toString() }
    : { mode, sha: store.add('blob', Buffer.from(content)) };
}
