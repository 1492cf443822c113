import { lstat, readFile, readlink, stat } from 'node:fs/promises';
import type { SourceText } from '@topodiff/report';
import { decodeUtf8 } from '@topodiff/schema';

/** SnakeYAML stops at 3 Mi code points, which is at most four bytes each. */
export const largestFileBytes = 12 * 1024 * 1024;

/**
 * Reads a file as a side of a review. Whatever keeps it from being read (missing, a directory, no
 * permission, too large) is a value, so that one bad file hides no other.
 */
export async function loadText(path: string): Promise<SourceText> {
  try {
    const status = await stat(path);
    if (status.isDirectory()) return { kind: 'unreadable', reason: 'directory', detail: 'it is a directory' };
    if (!status.isFile() && !status.isCharacterDevice() && !status.isFIFO()) {
      return { kind: 'unreadable', reason: 'failed', detail: 'it is not a regular file' };
    }
    if (status.size > largestFileBytes) return tooLarge(status.size);
    return decodeSource(await readFile(path));
  } catch (error) {
    return unreadable(path, error as NodeJS.ErrnoException); // fs rejects with system errors only
  }
}

/** Bytes of a file (or of standard input) as a side of a review. */
export function decodeSource(bytes: Uint8Array, sha?: string): SourceText {
  if (bytes.byteLength > largestFileBytes) return tooLarge(bytes.byteLength);
  const { text, hasInvalidUtf8 } = decodeUtf8(bytes);
  return {
    kind: 'text',
    text,
    ...(hasInvalidUtf8 ? { hasInvalidUtf8 } : {}),
    ...(sha === undefined ? {} : { sha }),
  };
}

/** A file that is too large to be a model-config. */
export function tooLarge(bytes: number): SourceText {
  const size = `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
  return {
    kind: 'unreadable',
    reason: 'too-large',
    detail: `it has ${size}, more than TorchServe's parser reads`,
  };
}

/** The target of a symbolic link, or null when the path is no link. */
export async function linkTargetOf(path: string): Promise<string | null> {
  try {
    return (await lstat(path)).isSymbolicLink() ? await readlink(path) : null;
  } catch {
    return null; // a path that does not exist is reported where it is read
  }
}

async function unreadable(path: string, error: NodeJS.ErrnoException): Promise<SourceText> {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') {
    const target = await linkTargetOf(path);
    const detail =
      target === null ? 'no such file' : `it is a symbolic link to ${target}, which does not exist`;
    return { kind: 'unreadable', reason: 'missing', detail };
  }
  if (error.code === 'EACCES' || error.code === 'EPERM') {
    return { kind: 'unreadable', reason: 'permission', detail: 'permission denied' };
  }
  return { kind: 'unreadable', reason: 'failed', detail: error.code ?? error.message };
}
