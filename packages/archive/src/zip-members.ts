import { openPromise, type Entry } from 'yauzl';
import { ArchiveFault, refuseWayOut, tooLarge, type ArchiveLimits, type ArchiveMembers } from './members.ts';
import type { MemberBytes } from './model-archive.ts';

/**
 * The members of a zip (`.mar`). Only the directory at its end is read, and then the members that are asked for: the size
 * of the weights does not matter. Of members with one name the last counts, as when TorchServe unpacks them in order.
 *
 * @throws ArchiveFault when the file is no zip, is truncated, or has a path that leads out of it.
 */
export async function openZip(path: string, limits: ArchiveLimits): Promise<ArchiveMembers> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false, decodeStrings: false }).catch(
    refuse,
  );
  const entries = new Map<string, Entry>();
  try {
    if (zip.entryCount > limits.entries) {
      throw new ArchiveFault(
        `it has ${zip.entryCount} entries, more than ${limits.entries}: is it a model archive?`,
      );
    }
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toString();
      refuseWayOut(name);
      if (!name.endsWith('/')) entries.set(name, entry);
    }
  } catch (error) {
    zip.close();
    return refuse(error);
  }
  return {
    names: [...entries.keys()],
    read: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) return { detail: 'it is not in the archive' };
      if (entry.isEncrypted())
        return { detail: 'it is encrypted, and TorchServe has no password: build the archive without one' };
      if (entry.uncompressedSize > limits.memberBytes) {
        return tooLarge(entry.uncompressedSize, limits.memberBytes);
      }
      return zip
        .openReadStreamPromise(entry)
        .then((stream) => readStream(stream, limits.memberBytes))
        .catch((error: unknown) => ({
          detail: `it cannot be unpacked (${reasonOf(error)}): build the archive again`,
        }));
    },
    close: () => {
      zip.close();
      return Promise.resolve();
    },
  };
}

/** The directory may lie about a size: reading stops at the limit. */
async function readStream(stream: AsyncIterable<Buffer>, limit: number): Promise<MemberBytes> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > limit) return tooLarge(null, limit);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks) };
}

function refuse(error: unknown): never {
  if (error instanceof ArchiveFault || isSystemError(error)) throw error;
  throw new ArchiveFault(
    `it is no readable zip archive (${reasonOf(error)}): build it again, or copy it whole`,
  );
}

function isSystemError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'syscall' in error;
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).replace(/\.$/, '');
}
