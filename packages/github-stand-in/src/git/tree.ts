/** A file's mode as Git writes it: plain, executable, symbolic link, submodule. */
export type FileMode = '100644' | '100755' | '120000' | '160000';

/** Git's mode of a row of a tree: that of a file, or `040000` for a folder. */
export type TreeMode = FileMode | '040000';

/** One row of one Git tree; `name` has no slash. */
export interface TreeEntry {
  readonly mode: TreeMode;
  readonly name: string;
  readonly sha: string;
}

const modes: ReadonlySet<string> = new Set(['100644', '100755', '120000', '160000', '040000']);

function isTreeMode(mode: string): mode is TreeMode {
  return modes.has(mode);
}

/** Old repositories hold modes such as 100664, which every Git since reads as 100644. */
function readMode(text: string): TreeMode {
  const mode = text.padStart(6, '0');
  if (isTreeMode(mode)) return mode;
  return mode.startsWith('100') ? '100644' : '040000';
}

/** Reads the bytes of a tree object. */
export function parseTree(content: Buffer): TreeEntry[] {
  const entries: TreeEntry[] = [];
  for (let at = 0; at < content.length;) {
    const space = content.indexOf(0x20, at);
    const end = content.indexOf(0, space);
    entries.push({
      mode: readMode(content.toString('latin1', at, space)),
      name: content.toString('utf8', space + 1, end),
      sha: content.toString('hex', end + 1, end + 21),
    });
    at = end + 21;
  }
  return entries;
}

/** Git orders a tree by bytes, a folder as if its name ended in a slash. */
function sortKey({ mode, name }: TreeEntry): Buffer {
  return Buffer.from(mode === '040000' ? `${name}/` : name);
}

/** The bytes of a tree object; the entries may come in any order. */
export function formatTree(entries: readonly TreeEntry[]): Buffer {
  const rows = entries
    .map((entry) => ({ entry, key: sortKey(entry) }))
    .sort((a, b) => Buffer.compare(a.key, b.key))
    .map(({ entry }) =>
      Buffer.concat([
        Buffer.from(`${entry.mode.replace(/^0/, '')} ${entry.name}\0`),
        Buffer.from(entry.sha, 'hex'),
      ]),
    );
  return Buffer.concat(rows);
}
