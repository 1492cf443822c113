import { statSync } from 'node:fs';
import { join } from 'node:path';

/** Whether a file's name is that of an archive which TorchServe loads; the library that reads it loads on use. */
export function isArchivePath(path: string): boolean {
  return /\.(?:mar|tar\.gz|tgz)$/i.test(path);
}

/** Whether a directory is an unpacked model: its manifest is there. */
export function isModelDirectory(path: string): boolean {
  try {
    return statSync(join(path, 'MAR-INF/MANIFEST.json'), { throwIfNoEntry: false })?.isFile() === true;
  } catch {
    return false;
  }
}
