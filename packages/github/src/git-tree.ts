import { objectAt, objectList, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';

/** What a commit has at one path. */
export interface TreeEntry {
  readonly path: string;
  /** Git's file mode: `100644`, `100755`, `120000` (symbolic link), `160000` (submodule), `040000` (folder). */
  readonly mode: string;
  readonly sha: string;
  /** Bytes of a file; null for a folder and a submodule. */
  readonly size: number | null;
}

/** Whether an entry is a folder; everything else, also a link or a submodule, is a leaf of the tree. */
export function isFolder({ mode }: TreeEntry): boolean {
  return mode === '040000';
}

/** What tells one content of a path from another: its object, and what the object is taken for. */
export function contentOf({ mode, sha }: TreeEntry): string {
  return `${mode} ${sha}`;
}

/** The files of one commit. */
export interface GitTree {
  /** False when GitHub cut the list (above 100,000 entries or 7 MB); folders are then read one by one. */
  readonly isComplete: boolean;
  /** Every file, folder, link and submodule by its path; a part of them when `isComplete` is false. */
  readonly entries: ReadonlyMap<string, TreeEntry>;
  /** What is at `path`, or null. */
  entryAt(path: string): Promise<TreeEntry | null>;
}

/**
 * Reads the files of `commit`, in one request where GitHub lists them all at once.
 *
 * @throws GithubError from here, and from `entryAt` when one folder alone is too large for GitHub to list.
 */
export async function loadTree(
  client: GithubClient,
  repository: RepositoryName,
  commit: string,
): Promise<GitTree> {
  const whole = await readTree(client, repository, commit, true);
  if (!whole.isTruncated) {
    return {
      isComplete: true,
      entries: whole.entries,
      entryAt: (path) => Promise.resolve(whole.entries.get(path) ?? null),
    };
  }
  const folders = new Map<string, ReturnType<typeof readTree>>();
  const readFolder = (sha: string) => {
    const folder = folders.get(sha) ?? readTree(client, repository, sha, false);
    folders.set(sha, folder);
    return folder;
  };
  return {
    isComplete: false,
    entries: whole.entries,
    entryAt: async (path) => {
      let sha = commit;
      let found: TreeEntry | null = null;
      for (const name of path.split('/')) {
        if (found !== null && !isFolder(found)) return null;
        const folder = await readFolder(sha);
        found = folder.entries.get(name) ?? null;
        if (found === null && folder.isTruncated) throw truncatedFolder(path);
        if (found === null) return null;
        sha = found.sha;
      }
      return found === null ? null : { ...found, path };
    },
  };
}

async function readTree(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  sha: string,
  isRecursive: boolean,
): Promise<{ readonly entries: ReadonlyMap<string, TreeEntry>; readonly isTruncated: boolean }> {
  const operation = operations.readTree;
  const { data } = await callGithub(client, operation, {
    owner,
    repo,
    tree_sha: sha,
    ...(isRecursive ? { recursive: '1' } : {}),
  });
  const fields = objectAt(operation, data);
  const entries = new Map<string, TreeEntry>();
  for (const entry of objectList(operation, fields['tree'], 'tree')) {
    const path = textField(operation, entry, 'path');
    entries.set(path, {
      path,
      mode: textField(operation, entry, 'mode'),
      sha: textField(operation, entry, 'sha'),
      size: typeof entry['size'] === 'number' ? entry['size'] : null,
    });
  }
  return { entries, isTruncated: fields['truncated'] === true };
}

function truncatedFolder(path: string): GithubError {
  const { action, permission } = operations.readTree;
  return new GithubError({
    kind: 'unexpected-answer',
    status: null,
    action,
    permission,
    message: `cannot ${action}: GitHub cut the list of a folder on the way to ${path}`,
  });
}
