import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';
import {
  ArchiveFault,
  refuseWayOut,
  sizeOf,
  tooLarge,
  type ArchiveLimits,
  type ArchiveMembers,
} from './members.ts';
import type { MemberBytes } from './model-archive.ts';

/**
 * The members of a gzipped tar. It has no directory, so it is read once from end to end, and only the small members that may
 * be asked for (YAML and JSON) are kept: memory does not grow with the weights, time does.
 *
 * @throws ArchiveFault when the file is no gzipped tar, is truncated, or has a path that leads out of it.
 */
export async function openTarGz(path: string, limits: ArchiveLimits): Promise<ArchiveMembers> {
  const kept = new Map<string, MemberBytes>();
  const names = new Set<string>();
  const unpack = extract();
  const { keptBytes: mostKeptBytes = 64 * 1024 * 1024 } = limits;
  let keptBytes = 0;
  const readEntries = async (): Promise<void> => {
    for await (const entry of unpack) {
      const { name: written, type, size = 0 } = entry.header;
      refuseWayOut(written);
      const name = belowFirstFolder(written);
      if (type === 'directory') {
        entry.resume();
        continue;
      }
      names.add(name);
      if (names.size > limits.entries)
        throw new ArchiveFault(`it has more than ${limits.entries} entries: is it a model archive?`);
      if (!/\.(?:ya?ml|json)$/i.test(name)) {
        entry.resume();
      } else if (type !== 'file') {
        kept.set(name, { detail: 'it is a link inside the archive: put the file itself into it' });
        entry.resume();
      } else if (size > limits.memberBytes) {
        kept.set(name, tooLarge(size, limits.memberBytes));
        entry.resume();
      } else if (keptBytes + size > mostKeptBytes) {
        const others = sizeOf(mostKeptBytes);
        kept.set(name, {
          detail: `it comes after ${others} of other YAML and JSON files, and no more of a gzipped tar is read here: unpack the archive`,
        });
        entry.resume();
      } else {
        const chunks: Buffer[] = [];
        for await (const chunk of entry) chunks.push(chunk as Buffer); // tar-stream gives bytes
        kept.set(name, { bytes: Buffer.concat(chunks) });
        keptBytes += size;
      }
    }
  };
  try {
    await Promise.all([
      pipeline(createReadStream(path), createGunzip(), limitBytes(limits.unpackedBytes), unpack),
      readEntries(),
    ]);
  } catch (error) {
    unpack.destroy();
    throw describeFault(error);
  }
  return {
    names: [...names],
    read: (name) => Promise.resolve(kept.get(name) ?? { detail: names.has(name) ? notKept : notThere }),
    close: () => Promise.resolve(),
  };
}

const notThere = 'it is not in the archive';
const notKept =
  'only .yaml, .yml and .json files of a gzipped tar are read here: give it such a name, or unpack the archive';

/** Counts what really comes: headers of members say nothing of what stands between and behind them. */
function limitBytes(most: number) {
  return async function* (chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    let bytes = 0;
    for await (const chunk of chunks) {
      bytes += chunk.length;
      if (bytes > most) {
        const size = most < 1024 ** 3 ? `${most / 1024 ** 2} MiB` : `${most / 1024 ** 3} GiB`;
        throw new ArchiveFault(`it unpacks to more than ${size}: is it a model archive?`);
      }
      yield chunk;
    }
  };
}

/** TorchServe takes the first folder off every path, whatever it is called: torch-model-archiver puts the model's name there. */
function belowFirstFolder(name: string): string {
  return name.slice(name.indexOf('/') + 1);
}

function describeFault(error: unknown): unknown {
  if (error instanceof ArchiveFault) return error;
  if (typeof error === 'object' && error !== null && 'syscall' in error) return error;
  const reason = error instanceof Error ? error.message : String(error);
  return new ArchiveFault(`it is no readable gzipped tar (${reason}): build it again, or copy it whole`);
}
