import type { SourceText } from './review-input.ts';

/** Git LFS writes three lines, and reads no more than this as a pointer. */
const longestPointer = 1024;
const pointer =
  /^version https:\/\/git-lfs\.github\.com\/spec\/v1\r?\n(?:[^]*\n)?oid sha256:[0-9a-f]{64}\r?\n/;

/**
 * A blob that is a pointer of Git LFS: what is deployed is the file that it stands for, which git does not have. Read as
 * the file itself it would be a configuration that stops the server, or a config.properties that sets nothing.
 *
 * @returns null for every other text
 */
export function describeLfsPointer(text: string, sha: string): SourceText | null {
  if (text.length > longestPointer || !pointer.test(text)) return null;
  const detail = 'it is a pointer of Git LFS, and git does not have what it stands for';
  return { kind: 'unreadable', reason: 'lfs-pointer', detail, sha };
}
