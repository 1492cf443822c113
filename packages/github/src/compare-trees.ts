import type { ChangedFile } from './changed-file.ts';
import { contentOf, isFolder, type GitTree, type TreeEntry } from './git-tree.ts';

/**
 * The files that differ between two trees, by path. A file that disappears while one of the same content and
 * mode appears is a rename; one that was also edited shows as removed and added. Of trees that GitHub cut,
 * the files that may differ: no renames, and what only one list shows may be the same on the other side.
 *
 * @param renames what is known from elsewhere: it joins a removed with an added file, whatever they hold
 */
export function compareTrees(
  base: GitTree,
  head: GitTree,
  renames: readonly ChangedFile[] = [],
): readonly ChangedFile[] {
  const isComplete = base.isComplete && head.isComplete;
  const removed = leavesOf(base).filter((entry) => !isLeaf(head.entries.get(entry.path)));
  const known = findKnownRenames(base, head, isComplete ? renames : []);
  const renamed = new Set(known.values());
  const removedByContent = new Map<string, string[]>();
  for (const entry of removed.filter(({ path }) => !renamed.has(path))) {
    const paths = removedByContent.get(contentOf(entry)) ?? [];
    removedByContent.set(contentOf(entry), [...paths, entry.path]);
  }
  const changed: ChangedFile[] = [];
  for (const entry of leavesOf(head)) {
    const before = base.entries.get(entry.path);
    if (isLeaf(before)) {
      if (contentOf(before) !== contentOf(entry)) changed.push({ path: entry.path, previousPath: null });
      continue;
    }
    // A list that GitHub cut says nothing about what is missing from it.
    const previousPath = isComplete
      ? (known.get(entry.path) ?? removedByContent.get(contentOf(entry))?.shift() ?? null)
      : null;
    if (previousPath !== null) renamed.add(previousPath);
    changed.push({ path: entry.path, previousPath });
  }
  for (const entry of removed) {
    if (!renamed.has(entry.path)) changed.push({ path: entry.path, previousPath: null });
  }
  return changed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

/** Of some renames those that fit both trees, by the path at head. */
function findKnownRenames(
  base: GitTree,
  head: GitTree,
  renames: readonly ChangedFile[],
): ReadonlyMap<string, string> {
  const isOnlyIn = (path: string, side: GitTree, other: GitTree) =>
    isLeaf(side.entries.get(path)) && !isLeaf(other.entries.get(path));
  return new Map(
    renames.flatMap(({ path, previousPath }) =>
      previousPath !== null && isOnlyIn(previousPath, base, head) && isOnlyIn(path, head, base)
        ? [[path, previousPath] as const]
        : [],
    ),
  );
}

function leavesOf(tree: GitTree): readonly TreeEntry[] {
  return [...tree.entries.values()].filter(isLeaf).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isLeaf(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry !== undefined && !isFolder(entry);
}
