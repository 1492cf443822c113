import { mkdir, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Difference } from './compare-generated.ts';
import type { GeneratedFiles } from './generator.ts';

/** What is on disk now of the files and folders (ending in `/`) that generators own. */
export async function loadGeneratedFiles(root: string, owned: readonly string[]): Promise<GeneratedFiles> {
  const paths: string[] = [];
  for (const path of owned) paths.push(...(path.endsWith('/') ? await listFolder(root, path) : [path]));
  const files = new Map<string, string>();
  for (const path of paths) {
    const text = await readText(join(root, path));
    if (text !== null) files.set(path, text);
  }
  return files;
}

/** Brings the disk to what the generators make: writes what is missing or different, removes what is extra. */
export async function writeGeneratedFiles(
  root: string,
  expected: GeneratedFiles,
  differences: readonly Difference[],
): Promise<void> {
  for (const { path, kind } of differences) {
    const file = join(root, path);
    if (kind === 'extra') await rm(file);
    else {
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, expected.get(path) ?? '');
    }
  }
}

async function listFolder(root: string, folder: string): Promise<readonly string[]> {
  try {
    const entries = await readdir(join(root, folder), { withFileTypes: true, recursive: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1));
  } catch (error) {
    if (isMissing(error)) return [];
    throw error;
  }
}

async function readText(file: string): Promise<string | null> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    if (isMissing(error)) return null;
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'code' in error && error.code === 'ENOENT';
}
