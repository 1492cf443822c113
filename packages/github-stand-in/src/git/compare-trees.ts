import type { ObjectStore } from './object-store.ts';
import type { FileMode, TreeEntry } from './tree.ts';

/** A file on one side of a comparison. */
export interface FileVersion {
  readonly path: string;
  readonly mode: FileMode;
  readonly sha: string;
}

/** A path that two trees do not agree on; null is the side without a file. */
export interface PathDifference {
  readonly path: string;
  readonly before: FileVersion | null;
  readonly after: FileVersion | null;
}

type Rows = ReadonlyMap<string, TreeEntry>;

function readRows(store: ObjectStore, treeSha: string | null): Rows {
  return new Map(
    (treeSha === null ? [] : (store.readTree(treeSha) ?? [])).map((entry) => [entry.name, entry]),
  );
}

function asFile(entry: TreeEntry | undefined, path: string): FileVersion | null {
  return entry === undefined || entry.mode === '040000' ? null : { path, mode: entry.mode, sha: entry.sha };
}

function asTree(entry: TreeEntry | undefined): string | null {
  return entry?.mode === '040000' ? entry.sha : null;
}

function collect(
  store: ObjectStore,
  before: string | null,
  after: string | null,
  prefix: string,
): PathDifference[] {
  if (before === after) return [];
  const rowsBefore = readRows(store, before);
  const rowsAfter = readRows(store, after);
  return [...new Set([...rowsBefore.keys(), ...rowsAfter.keys()])].flatMap((name) => {
    const path = prefix + name;
    const [rowBefore, rowAfter] = [rowsBefore.get(name), rowsAfter.get(name)];
    const inner = collect(store, asTree(rowBefore), asTree(rowAfter), `${path}/`);
    const [fileBefore, fileAfter] = [asFile(rowBefore, path), asFile(rowAfter, path)];
    const isEqual = fileBefore?.sha === fileAfter?.sha && fileBefore?.mode === fileAfter?.mode;
    return isEqual ? inner : [{ path, before: fileBefore, after: fileAfter }, ...inner];
  });
}

/** The paths whose file, link or submodule differs between two trees, ordered by the bytes of the path. */
export function compareTrees(store: ObjectStore, before: string, after: string): PathDifference[] {
  return collect(store, before, after, '')
    .map((difference) => ({ difference, key: Buffer.from(difference.path) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ difference }) => difference);
}
