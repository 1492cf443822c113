import type { ChangedFile } from '../git/list-changed-files.ts';
import type { Json } from '../openapi/description.ts';
import type { Repository } from '../state/repository.ts';
import type { Urls } from './urls.ts';

const encodePath = (path: string): string => path.split('/').map(encodeURIComponent).join('/');

/**
 * `diff-entry`: one file of a pull request or comparison.
 *
 * @param headSha - the commit that the links show the file at; a removed file is shown there too, as GitHub does
 */
export function describeChangedFile(
  urls: Urls,
  repository: Repository,
  headSha: string,
  file: ChangedFile,
): Record<string, Json> {
  const path = encodePath(file.path);
  return {
    sha: file.sha,
    filename: file.path,
    status: file.status,
    additions: file.additions,
    deletions: file.deletions,
    changes: file.additions + file.deletions,
    blob_url: urls.repositoryPage(repository, `/blob/${headSha}/${path}`),
    raw_url: urls.repositoryPage(repository, `/raw/${headSha}/${path}`),
    contents_url: urls.repositoryApi(repository, `/contents/${path}?ref=${headSha}`),
    ...(file.patch === null ? {} : { patch: file.patch }),
    ...(file.previousPath === null ? {} : { previous_filename: file.previousPath }),
  };
}
