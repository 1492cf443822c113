import { listTree } from '../git/list-tree.ts';
import { answerJson, answerRaw } from '../server/answer.ts';
import { notFound, Refusal } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import { describeGitCommit } from '../views/describe-commit.ts';
import { encodeBase64 } from '../views/encode-base64.ts';
import { nodeId } from '../views/urls.ts';

/** @throws Refusal 422 in GitHub's words when it is no full SHA */
function requireSha(text: string | undefined): string {
  if (text !== undefined && /^[0-9a-f]{40}$/.test(text)) return text;
  throw new Refusal(422, 'The sha parameter must be exactly 40 characters and contain only [0-9a-f].');
}

export const getGitCommit = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/commits/{commit_sha}',
  accepts: [{ contents: 'read' }],
  answer: ({ urls, repository, params }) => {
    const sha = requireSha(params['commit_sha']);
    if (repository.store.readCommit(sha) === undefined) throw notFound();
    return answerJson(describeGitCommit(urls, repository, sha));
  },
});

export const getGitTree = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/trees/{tree_sha}',
  accepts: [{ contents: 'read' }],
  answer: ({ urls, repository, params, query, limits }) => {
    const named = repository.resolve(params['tree_sha'] ?? '');
    const sha = named === undefined ? undefined : (repository.store.readCommit(named)?.tree ?? named);
    if (sha === undefined || repository.store.readTree(sha) === undefined) throw notFound();
    // Any value of `recursive`, even 0 or false, lists everything.
    const entries = listTree(repository.store, sha, query.has('recursive'));
    const listed = entries.slice(0, limits.treeEntries);
    return answerJson({
      sha,
      url: urls.repositoryApi(repository, `/git/trees/${sha}`),
      tree: listed.map((entry) => {
        const { path, mode } = entry;
        if (mode === '160000') return { path, mode, type: 'commit', sha: entry.sha };
        const isTree = mode === '040000';
        const url = urls.repositoryApi(repository, `/git/${isTree ? 'trees' : 'blobs'}/${entry.sha}`);
        return isTree
          ? { path, mode, type: 'tree', sha: entry.sha, url }
          : {
              path,
              mode,
              type: 'blob',
              sha: entry.sha,
              size: repository.store.readBlob(entry.sha)?.length ?? 0,
              url,
            };
      }),
      truncated: listed.length < entries.length,
    });
  },
});

export const getGitBlob = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/blobs/{file_sha}',
  accepts: [{ contents: 'read' }],
  formats: ['raw'],
  answer: ({ urls, repository, params, limits, format }) => {
    const sha = requireSha(params['file_sha']);
    const content = repository.store.readBlob(sha);
    if (content === undefined) throw notFound();
    if (content.length > limits.blobBytes) {
      throw new Refusal(403, 'The requested blob is too large to fetch via the API.', {
        errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }],
      });
    }
    if (format === 'raw') return answerRaw(content);
    return answerJson({
      sha,
      node_id: nodeId('Blob', sha),
      size: content.length,
      url: urls.repositoryApi(repository, `/git/blobs/${sha}`),
      content: encodeBase64(content),
      encoding: 'base64',
    });
  },
});
