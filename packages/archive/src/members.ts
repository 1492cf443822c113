import type { MemberBytes } from './model-archive.ts';

/** Longer members are not read: TorchServe's parser stops at 3 Mi code points, which is at most four bytes each. */
export const largestMemberBytes = 12 * 1024 * 1024;

/** More entries than this are a mistake or an attack; no model has a tenth of them. */
export const mostEntries = 200_000;

/** What an archive holds, whatever its form; `read` takes one of `names`. */
export interface ArchiveMembers {
  readonly names: readonly string[];
  read(name: string): Promise<MemberBytes>;
  close(): Promise<void>;
}

/** A fault of the archive as a whole; its message is one clause that goes on from the archive's name. */
export class ArchiveFault extends Error {}

/**
 * Refuses a path that leads out of the archive, which unpacking might write elsewhere.
 *
 * @throws ArchiveFault for an absolute path, a drive, or a way up.
 */
export function refuseWayOut(name: string): void {
  const path = name.replaceAll('\\', '/');
  if (path.startsWith('/') || /^[A-Za-z]:/.test(path) || path.split('/').includes('..')) {
    throw new ArchiveFault(
      `it has the member ${JSON.stringify(name)}, whose path leads out of the archive: build it again`,
    );
  }
}

export function tooLarge(bytes: number | null): MemberBytes {
  const size = bytes === null ? `more than ${mebibytes(largestMemberBytes)}` : mebibytes(bytes);
  return { detail: `it has ${size}, and TorchServe's parser reads at most 3 Mi characters` };
}

function mebibytes(bytes: number): string {
  return `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
