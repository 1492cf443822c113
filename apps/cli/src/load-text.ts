// Not `node:fs/promises`: loading it, and the threads that it works with, would cost each start some milliseconds.
import { createReadStream, lstatSync, readFileSync, readlinkSync, statSync } from 'node:fs';
import type { SourceText } from '@topodiff/report';
import { decodeUtf8 } from '@topodiff/schema';
import { largestFileBytes } from './largest-file-bytes.ts';
import { readAtMost } from './read-at-most.ts';

/**
 * Reads a file as a side of a review. Whatever keeps it from being read (missing, a directory, no
 * permission, too large) is a value, so that one bad file hides no other. What may never end is not waited for.
 */
export async function loadText(path: string): Promise<SourceText> {
  try {
    const status = statSync(path);
    if (status.isFile()) {
      return status.size > largestFileBytes
        ? tooLarge(mebibytes(status.size))
        : decodeSource(readFileSync(path));
    }
    if (status.isDirectory()) return { kind: 'unreadable', reason: 'directory', detail: 'it is a directory' };
    // A shell's `<(command)` is a pipe that somebody writes to; one in a folder may have no writer, and opening it waits.
    if (status.isCharacterDevice() || (status.isFIFO() && isOpenDescriptor(path))) {
      return decodeSource(await readAtMost(createReadStream(path), largestFileBytes));
    }
    const detail = status.isFIFO() ? 'it is a named pipe' : 'it is a socket or a device';
    return { kind: 'unreadable', reason: 'not-a-file', detail };
  } catch (error) {
    return describeReadError(path, error as NodeJS.ErrnoException); // fs throws system errors only
  }
}

/** Bytes of a file (or of standard input) as a side of a review. */
export function decodeSource(bytes: Uint8Array, sha?: string): SourceText {
  if (bytes.byteLength > largestFileBytes) return tooLarge(`more than ${mebibytes(largestFileBytes)}`, sha);
  const { text, hasInvalidUtf8 } = decodeUtf8(bytes);
  return {
    kind: 'text',
    text,
    ...(hasInvalidUtf8 ? { hasInvalidUtf8 } : {}),
    ...(sha === undefined ? {} : { sha }),
  };
}

/** The target of a symbolic link to a file, or null when the path is none. */
export function linkTargetOf(path: string): string | null {
  try {
    return !isOpenDescriptor(path) && lstatSync(path).isSymbolicLink() ? readlinkSync(path) : null;
  } catch {
    return null; // a path that does not exist is reported where it is read
  }
}

/** `/dev/stdin`, `/dev/fd/63`, `/proc/self/fd/63`: what the shell has opened for us. */
function isOpenDescriptor(path: string): boolean {
  return /^\/(?:dev\/(?:stdin$|fd\/)|proc\/[^/]+\/fd\/)/.test(path);
}

function tooLarge(size: string, sha?: string): SourceText {
  return {
    kind: 'unreadable',
    reason: 'too-large',
    detail: `it has ${size}, and TorchServe's parser reads at most 3 Mi characters`,
    ...(sha === undefined ? {} : { sha }),
  };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}

/** A file, or standard input, that the system does not let us read. */
export function describeReadError(path: string, error: NodeJS.ErrnoException): SourceText {
  switch (error.code) {
    case 'ENOENT':
    case 'ENOTDIR': {
      const target = linkTargetOf(path);
      const detail =
        target === null ? 'no such file' : `it is a symbolic link to ${target}, which does not exist`;
      return { kind: 'unreadable', reason: 'missing', detail };
    }
    case 'ELOOP':
      return {
        kind: 'unreadable',
        reason: 'symlink',
        detail: 'it is a symbolic link that leads back to itself',
      };
    case 'EACCES':
    case 'EPERM':
      return { kind: 'unreadable', reason: 'permission', detail: 'permission denied' };
    case 'EISDIR':
      return { kind: 'unreadable', reason: 'directory', detail: 'it is a directory' };
    default:
      return { kind: 'unreadable', reason: 'failed', detail: error.code ?? error.message };
  }
}
