import type { SourceText } from '@topodiff/report';
import { objectAt, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { TreeEntry } from './git-tree.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import { operations } from './operations.ts';

/** TorchServe's parser stops at 3 Mi code points, and none takes more than four bytes. */
export const largestFileBytes = 12 * 1024 * 1024;

type UnreadableReason = Extract<SourceText, { readonly kind: 'unreadable' }>['reason'];

/** Longest target of a symbolic link that is shown. */
const longestTargetBytes = 4096;

/** Turns the base64 text of a Git blob into text. Given from outside: it needs what the platform has. */
export type DecodeBase64 = (base64: string) => { readonly text: string; readonly hasInvalidUtf8: boolean };

/**
 * Reads what a commit has at one path. A symbolic link is not followed: its target is named instead. A file
 * that cannot be read is a value, so that it hides no other.
 */
export async function loadSourceText(
  client: GithubClient,
  repository: RepositoryName,
  entry: TreeEntry,
  decode: DecodeBase64,
): Promise<SourceText> {
  const { sha } = entry;
  const unreadable = (reason: UnreadableReason, detail: string): SourceText => ({
    kind: 'unreadable',
    reason,
    detail,
    sha,
  });
  if (entry.mode === '040000') return unreadable('directory', 'it is a directory');
  if (entry.mode === '160000') return unreadable('submodule', 'it is a submodule');
  const isLink = entry.mode === '120000';
  const size = entry.size ?? 0;
  if (isLink && size > longestTargetBytes) {
    return unreadable('symlink', 'it is a symbolic link, which is not followed');
  }
  if (size > largestFileBytes) {
    const mebibytes = (size / 1024 / 1024).toFixed(1);
    return unreadable('too-large', `it has ${mebibytes} MiB, more than TorchServe's parser reads`);
  }
  try {
    const { text, hasInvalidUtf8 } = decode(await readBlob(client, repository, sha));
    if (isLink) return unreadable('symlink', `it is a symbolic link to ${text}, which is not followed`);
    return { kind: 'text', text, ...(hasInvalidUtf8 ? { hasInvalidUtf8 } : {}), sha };
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    const { kind, message } = error.externalError;
    return unreadable(kind === 'no-permission' ? 'permission' : 'failed', message);
  }
}

async function readBlob(client: GithubClient, { owner, repo }: RepositoryName, sha: string): Promise<string> {
  const operation = operations.readBlob;
  const { data } = await callGithub(client, operation, { owner, repo, file_sha: sha });
  const fields = objectAt(operation, data);
  if (fields['encoding'] !== 'base64') {
    throw new GithubError({
      kind: 'unexpected-answer',
      status: null,
      action: operation.action,
      permission: operation.permission,
      message: `cannot ${operation.action}: GitHub sends it in no encoding that we know`,
    });
  }
  return textField(operation, fields, 'content');
}
