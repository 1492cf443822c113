import { compareTrees } from './compare-trees.ts';
import type { FileVersion, PathDifference } from './compare-trees.ts';
import { detectRenames } from './detect-renames.ts';
import { isBinary } from './is-binary.ts';
import type { ObjectStore } from './object-store.ts';
import { writePatch } from './write-patch.ts';
import type { Patch } from './write-patch.ts';

/** What became of a file, in the words of GitHub's API. */
export type FileStatus = 'added' | 'removed' | 'modified' | 'renamed' | 'changed';

/** One file of a pull request or comparison. */
export interface ChangedFile {
  readonly path: string;
  /** The path before, for renames. */
  readonly previousPath: string | null;
  /** `changed` is another kind of file at the same path, for example a link in place of a file. */
  readonly status: FileStatus;
  /** The blob after, or before for a removed file. */
  readonly sha: string;
  readonly additions: number;
  readonly deletions: number;
  /** Null for binary files, files without a changed line, and very large patches. */
  readonly patch: string | null;
}

function readFile(store: ObjectStore, file: FileVersion | null): Buffer {
  if (file === null) return Buffer.alloc(0);
  if (file.mode === '160000') return Buffer.from(`Subproject commit ${file.sha}\n`);
  return store.readBlob(file.sha) ?? Buffer.alloc(0);
}

const noPatch: Patch = { text: '', additions: 0, deletions: 0 };

function comparePatch(store: ObjectStore, before: FileVersion | null, after: FileVersion | null): Patch {
  if (before?.sha === after?.sha) return noPatch;
  const [contentBefore, contentAfter] = [readFile(store, before), readFile(store, after)];
  if (isBinary(contentBefore) || isBinary(contentAfter)) return noPatch;
  return writePatch(contentBefore.toString('utf8'), contentAfter.toString('utf8'));
}

/** Plain and executable files are one kind. */
const kindOf = ({ mode }: FileVersion): string => mode.slice(0, 3);

function statusOf({ path, before, after }: PathDifference): FileStatus {
  if (before === null) return 'added';
  if (after === null) return 'removed';
  if (before.path !== path) return 'renamed';
  return kindOf(before) === kindOf(after) ? 'modified' : 'changed';
}

/**
 * The files that differ between two trees as GitHub lists them, in the order of their paths.
 *
 * @param mostPatchLines - a patch of more added and removed lines than this is left out
 */
export function listChangedFiles(
  store: ObjectStore,
  treeBefore: string,
  treeAfter: string,
  mostPatchLines: number,
): ChangedFile[] {
  return detectRenames(store, compareTrees(store, treeBefore, treeAfter)).map((difference): ChangedFile => {
    const { path, before, after } = difference;
    const status = statusOf(difference);
    const patch = comparePatch(store, before, after);
    const isTooLarge = patch.additions + patch.deletions > mostPatchLines;
    return {
      path,
      previousPath: status === 'renamed' && before !== null ? before.path : null,
      status,
      sha: after?.sha ?? before?.sha ?? '',
      additions: patch.additions,
      deletions: patch.deletions,
      patch: patch.text === '' || isTooLarge ? null : patch.text,
    };
  });
}
