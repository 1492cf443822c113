import { stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { policyPath } from '@topodiff/schema';

/**
 * The nearest `.topodiff.yaml` from a directory upward, not above the top of its git repository; outside of one only
 * the directory's own, since a folder above may be anybody's. Null when there is none.
 *
 * Git itself is not asked: starting it would take longer than everything else a small check does.
 */
export async function findPolicyFile(directory: string): Promise<string | null> {
  const own = await findIn(directory);
  if (own !== null) return own;
  let nearest: string | null = null;
  for (let folder = directory; ;) {
    nearest ??= await findIn(folder);
    if (await exists(join(folder, '.git'))) return nearest;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

async function findIn(folder: string): Promise<string | null> {
  const file = join(folder, policyPath);
  return (await exists(file)) ? file : null;
}

/** In a worktree and in a submodule `.git` is a file. What cannot be looked at counts as there, so that reading it says why. */
async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => error.code !== 'ENOENT' && error.code !== 'ENOTDIR',
  );
}
