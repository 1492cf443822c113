import type { ChangedFile } from './changed-file.ts';
import type { GitTree, TreeEntry } from './git-tree.ts';

/**
 * The files that differ between two trees, by path. A file that disappears while one of the same content and
 * mode appears is a rename; one that was also edited shows as removed and added. Of trees that GitHub cut,
 * the files that may differ: no renames, and what only one list shows may be the same on the other side.
 */
export function compareTrees(base: GitTree, head: GitTree): readonly ChangedFile[] {
  const isComplete = base.isComplete && head.isComplete;
  const removed = leavesOf(base).filter((entry) => !isLeaf(head.entries.get(entry.path)));
  const removedByContent = new Map<string, string[]>();
  for (const entry of removed) {
    const paths = removedByContent.get(contentOf(entry)) ?? [];
    removedByContent.set(contentOf(entry), [...paths, entry.path]);
  }
  const changed: ChangedFile[] = [];
  const renamed = new Set<string>();
  for (const entry of leavesOf(head)) {
    const before = base.entries.get(entry.path);
    if (isLeaf(before)) {
      if (contentOf(before) !== contentOf(entry)) changed.push({ path: entry.path, previousPath: null });
      continue;
    }
    // A list that GitHub cut says nothing about what is missing from it.
    const previousPath = isComplete ? (removedByContent.get(contentOf(entry))?.shift() ?? null) : null;
    if (previousPath !== null) renamed.add(previousPath);
    changed.push({ path: entry.path, previousPath });
  }
  for (const entry of removed) {
    if (!renamed.has(entry.path)) changed.push({ path: entry.path, previousPath: null });
  }
  return changed.sort((a, b) => (a.path < b.path ? -1 : a.path > b.path ? 1 : 0));
}

function leavesOf(tree: GitTree): readonly TreeEntry[] {
  return [...tree.entries.values()].filter(isLeaf).sort((a, b) => (a.path < b.path ? -1 : 1));
}

function isLeaf(entry: TreeEntry | undefined): entry is TreeEntry {
  return entry !== undefined && entry.mode !== '040000';
}

function contentOf(entry: TreeEntry): string {
  return `${entry.mode} ${entry.sha}`;
}
