import { lstat, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { ArchiveFault, tooLarge, type ArchiveLimits, type ArchiveMembers } from './members.ts';

/**
 * The files of an unpacked model. Links are listed and not followed out of it.
 *
 * @throws ArchiveFault when there are too many, and system errors as they come.
 */
export async function openDirectory(path: string, limits: ArchiveLimits): Promise<ArchiveMembers> {
  const names: string[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    for (const entry of await readdir(join(path, folder), { withFileTypes: true })) {
      const name = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory()) pending.push(name);
      else names.push(name);
      if (names.length > limits.entries)
        throw new ArchiveFault(`it has more than ${limits.entries} files: is it a model?`);
    }
  }
  return {
    names,
    read: async (name) => {
      if (!names.includes(name)) return { detail: 'it is not in the model directory' };
      const file = join(path, name);
      const status = await lstat(file);
      if (!status.isFile()) return { detail: 'it is a link or a special file: put the file itself there' };
      if (status.size > limits.memberBytes) return tooLarge(status.size, limits.memberBytes);
      return { bytes: await readFile(file) };
    },
    close: () => Promise.resolve(),
  };
}
