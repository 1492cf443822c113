import { describeLfsPointer, type SourceText } from '@topodiff/report';
import type { GitEntry, GitRepository } from './git.ts';
import { decodeSource } from './load-text.ts';
import { UserError } from './user-error.ts';

/** Longest target of a symbolic link that is shown. */
const longestTargetBytes = 4096;

/**
 * What a revision has at a path as a side of a review; null where it has nothing.
 *
 * @param known bytes of blobs that were read already
 */
export async function loadEntry(
  repository: GitRepository,
  entry: GitEntry | null,
  known: ReadonlyMap<string, Uint8Array> = new Map(),
): Promise<SourceText | null> {
  if (entry === null) return null;
  const { sha, mode } = entry;
  if (mode === '160000') return { kind: 'unreadable', reason: 'submodule', detail: 'it is a submodule', sha };
  if (mode === '040000') return { kind: 'unreadable', reason: 'directory', detail: 'it is a directory', sha };
  try {
    const bytes = known.get(sha) ?? (await repository.readBlob(sha));
    if (mode !== '120000') {
      const source = decodeSource(bytes, sha);
      return (source.kind === 'text' ? describeLfsPointer(source.text, sha) : null) ?? source;
    }
    const target = new TextDecoder().decode(bytes.subarray(0, longestTargetBytes));
    const detail = `it is a symbolic link to ${target}, which is not followed`;
    return { kind: 'unreadable', reason: 'symlink', detail, sha };
  } catch (error) {
    // A blob that this clone lacks, or a broken one, hides no other file.
    if (!(error instanceof UserError)) throw error;
    return { kind: 'unreadable', reason: 'failed', detail: error.message, sha };
  }
}

/** Whether there is something that is no folder. */
export function isFile(entry: GitEntry | null): entry is GitEntry {
  return entry !== null && entry.mode !== '040000';
}

/** The same thing at both revisions. */
export function isSameEntry(one: GitEntry | null, other: GitEntry | null): boolean {
  return one?.sha === other?.sha && one?.mode === other?.mode;
}
