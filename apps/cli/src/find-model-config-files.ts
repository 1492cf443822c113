import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { isModelDirectory } from './archive-path.ts';
import { defaultModelConfigPatterns } from '@topodiff/report';

/** What a search of a directory found. */
export interface FoundFiles {
  /** Joined to the directory as it was named; sorted. */
  readonly files: readonly string[];
  /** Directories below that could not be read, with the system's code: what is in them is unknown. */
  readonly unreadable: readonly { readonly path: string; readonly code: string }[];
}

const ignoredDirectories = new Set(['.git', 'node_modules']);

/**
 * Model-config files under a directory, by the patterns that the Action uses too, model archives and unpacked models. Links are listed like files and never
 * followed into directories; pipes and the like are listed, so that reading them says what they are. Hidden directories
 * are searched, `.git` and `node_modules` are not. The time grows with the number of directory entries below.
 */
export async function findModelConfigFiles(directory: string, workingDirectory: string): Promise<FoundFiles> {
  // Only a search needs the library: naming files starts faster.
  const { default: picomatch } = await import('picomatch');
  const isModelConfig = picomatch([...defaultModelConfigPatterns, '**/*.mar'], { dot: true, nocase: true });
  const files: string[] = [];
  const unreadable: { path: string; code: string }[] = [];
  const pending = [''];
  for (let folder = pending.pop(); folder !== undefined; folder = pending.pop()) {
    try {
      const location = resolve(workingDirectory, directory, folder);
      // An unpacked model is one model, whatever its files are called.
      if (folder !== '' && isModelDirectory(location)) {
        files.push(join(directory, folder));
        continue;
      }
      const entries = readdirSync(location, { withFileTypes: true });
      for (const entry of entries) {
        const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
        if (entry.isDirectory()) {
          if (!ignoredDirectories.has(entry.name)) pending.push(path);
        } else if (isModelConfig(path)) {
          files.push(join(directory, path));
        }
      }
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException; // fs rejects with system errors only
      unreadable.push({ path: join(directory, folder), code: code ?? 'unknown error' });
    }
  }
  return { files: files.sort(), unreadable };
}
