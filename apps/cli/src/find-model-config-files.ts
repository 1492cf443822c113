import { join } from 'node:path';
import { defaultModelConfigPatterns } from '@topodiff/report';

/**
 * Model-config files under a directory, by the patterns that the Action uses too; sorted.
 * Hidden directories are searched, `.git` and `node_modules` are not; links to directories are not followed.
 * The time grows with the number of directory entries below.
 */
export async function findModelConfigFiles(
  directory: string,
  workingDirectory: string,
): Promise<readonly string[]> {
  // Only a search needs the library: naming files starts faster.
  const { glob } = await import('tinyglobby');
  const found = await glob([...defaultModelConfigPatterns], {
    cwd: join(workingDirectory, directory),
    ignore: ['**/.git/**', '**/node_modules/**'],
    dot: true,
    caseSensitiveMatch: false,
    followSymbolicLinks: false,
    expandDirectories: false,
  });
  return found.sort().map((file) => join(directory, file));
}
