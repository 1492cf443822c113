import { objectAt, textField } from './answer-fields.ts';
import { callGithub } from './call-github.ts';
import type { ChangedFile, ListedFile } from './changed-file.ts';
import { GithubError } from './external-error.ts';
import type { GithubClient, RepositoryName } from './github-client.ts';
import type { ReviewRange } from './review-range.ts';
import { loadPages } from './load-pages.ts';
import { operations } from './operations.ts';

/** GitHub lists no more files of a pull request than this. */
const mostListedFiles = 3000;

/**
 * The files of a pull request as GitHub lists them, or null when the list would not be the whole truth about
 * `range`: above 3,000 files, when entries are missing, when the pull request has another head by now, or when
 * the token may not see it. Whoever may read the repository's contents can still compare all files.
 *
 * @param isCompared whether the caller compares the list with the files of both commits; otherwise the head is asked
 *   again, because a push while the list is read would make it one of another commit
 * @throws GithubError
 */
export async function listChangedFiles(
  client: GithubClient,
  range: ReviewRange,
  number: number,
  isCompared: boolean,
): Promise<readonly ListedFile[] | null> {
  try {
    const listed = await list(client, range, number);
    if (isCompared || listed === null) return listed;
    return (await readPull(client, range, number)).headSha === range.headSha ? listed : null;
  } catch (error) {
    const kind = error instanceof GithubError ? error.externalError.kind : null;
    if (kind === 'no-permission' || kind === 'not-found') return null;
    throw error;
  }
}

async function list(
  client: GithubClient,
  range: ReviewRange,
  number: number,
): Promise<readonly ListedFile[] | null> {
  const { owner, repo } = range;
  const { headSha, fileCount } = await readPull(client, range, number);
  if (headSha !== range.headSha) return null;
  if (typeof fileCount !== 'number' || fileCount > mostListedFiles) return null;
  const listed = await loadFiles(client, { owner, repo }, number);
  return listed.length === fileCount ? listed : null;
}

/**
 * The renames of a pull request, as GitHub lists them; those of files that were edited too cannot be told from its commits.
 * None where the list cannot be had: they only say which files belong together.
 */
export async function listRenames(
  client: GithubClient,
  repository: RepositoryName,
  number: number,
): Promise<readonly ChangedFile[]> {
  try {
    return (await loadFiles(client, repository, number)).filter(({ previousPath }) => previousPath !== null);
  } catch (error) {
    if (error instanceof GithubError) return [];
    throw error;
  }
}

async function loadFiles(
  client: GithubClient,
  { owner, repo }: RepositoryName,
  number: number,
): Promise<readonly ListedFile[]> {
  const listed = await loadPages(client, operations.listFiles, { owner, repo, pull_number: number }, 'files');
  return listed.map((file) => ({
    path: textField(operations.listFiles, file, 'filename'),
    previousPath:
      file['status'] === 'renamed' ? textField(operations.listFiles, file, 'previous_filename') : null,
    patch: typeof file['patch'] === 'string' ? file['patch'] : null,
  }));
}

async function readPull(client: GithubClient, { owner, repo }: ReviewRange, number: number) {
  const operation = operations.readPullRequest;
  const { data } = await callGithub(client, operation, { owner, repo, pull_number: number });
  return {
    headSha: textField(operation, objectAt(operation, data, 'head'), 'sha'),
    fileCount: objectAt(operation, data)['changed_files'],
  };
}
