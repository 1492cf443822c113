import { statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { policyPath } from '@topodiff/schema';

/**
 * The nearest `.topodiff.yaml` from a directory upward, not above the top of its git repository; outside of one only
 * the directory's own, since a folder above may be anybody's. Null when there is none.
 *
 * Git itself is not asked: starting it would take longer than everything else a small check does.
 */
export function findPolicyFile(directory: string): string | null {
  const own = findIn(directory);
  if (own !== null) return own;
  let nearest: string | null = null;
  for (let folder = directory; ;) {
    nearest ??= findIn(folder);
    if (exists(join(folder, '.git'))) return nearest;
    const parent = dirname(folder);
    if (parent === folder) return null;
    folder = parent;
  }
}

function findIn(folder: string): string | null {
  const file = join(folder, policyPath);
  return exists(file) ? file : null;
}

/** In a worktree and in a submodule `.git` is a file. What cannot be looked at counts as there, so that reading it says why. */
function exists(path: string): boolean {
  try {
    return statSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'ENOTDIR'; // fs throws system errors only
  }
}
