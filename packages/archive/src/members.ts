import type { MemberBytes } from './model-archive.ts';

/** How much of an archive is read at most. */
export interface ArchiveLimits {
  /** Of one file, unpacked. */
  readonly memberBytes: number;
  readonly entries: number;
  /** Of the YAML and JSON files of a tar together, which are kept until one is asked for; 64 MiB when not given. */
  readonly keptBytes?: number;
  /** Of a whole tar, which is unpacked from end to end to be read. */
  readonly unpackedBytes: number;
}

/** For the archives that somebody has on his own disk. */
export const defaultLimits: ArchiveLimits = {
  /** TorchServe's parser stops at 3 Mi code points, which is at most four bytes each. */
  memberBytes: 12 * 1024 * 1024,
  /** More are a mistake or an attack; no model has a tenth of them. */
  entries: 200_000,
  /** What unpacks to more is no model of this decade, and would be read for minutes. */
  unpackedBytes: 512 * 1024 ** 3,
};

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

/** @param bytes - null when reading stopped at the limit */
export function tooLarge(bytes: number | null, limit: number): MemberBytes {
  const size = bytes === null ? `more than ${sizeOf(limit)}` : sizeOf(bytes);
  const why =
    limit === defaultLimits.memberBytes
      ? "TorchServe's parser reads at most 3 Mi characters"
      : `at most ${sizeOf(limit)} of a file are read here`;
  return { detail: `it has ${size}, and ${why}` };
}

/** A size in words, with its unit. */
export function sizeOf(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.ceil(bytes / 1024)} KiB` : `${(bytes / 1024 / 1024).toFixed(1)} MiB`;
}
