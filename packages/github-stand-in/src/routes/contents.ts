import { posix } from 'node:path';
import { findInTree } from '../git/list-tree.ts';
import type { ListedEntry } from '../git/list-tree.ts';
import { answerJson, answerRaw } from '../server/answer.ts';
import { Refusal, notFound } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import type { Json } from '../openapi/description.ts';
import { encodeBase64 } from '../views/encode-base64.ts';

type Place = { readonly ref: string; readonly tree: string };

function requirePlace({ repository, query }: RouteRequest<unknown>): Place {
  const ref = query.get('ref') ?? repository.defaultBranch;
  const sha = repository.resolveCommit(ref);
  if (sha === undefined) throw new Refusal(404, `No commit found for the ref ${ref}`);
  return { ref, tree: repository.treeOf(sha) };
}

function describeEntry(
  { urls, repository }: RouteRequest<unknown>,
  { ref }: Place,
  entry: ListedEntry,
  type: 'file' | 'dir' | 'symlink' | 'submodule',
): Record<string, Json> {
  const path = entry.path.split('/').map(encodeURIComponent).join('/');
  const url = `${urls.repositoryApi(repository, `/contents/${path}`)}?ref=${encodeURIComponent(ref)}`;
  const isTree = type === 'dir';
  const gitUrl = urls.repositoryApi(
    repository,
    `/git/${isTree || type === 'submodule' ? 'trees' : 'blobs'}/${entry.sha}`,
  );
  const page = urls.repositoryPage(repository, `/${isTree ? 'tree' : 'blob'}/${ref}/${path}`);
  return {
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    path: entry.path,
    sha: entry.sha,
    size: repository.store.readBlob(entry.sha)?.length ?? 0,
    url,
    html_url: page,
    git_url: gitUrl,
    download_url:
      isTree || type === 'submodule' ? null : urls.repositoryPage(repository, `/raw/${ref}/${path}`),
    type,
    _links: { self: url, git: gitUrl, html: page },
  };
}

/** In a folder's list a submodule is a `file`, which GitHub keeps for its older clients. */
const listedTypes = {
  '040000': 'dir',
  '100644': 'file',
  '100755': 'file',
  '120000': 'symlink',
  '160000': 'file',
} as const;

function answerFolder(request: RouteRequest<unknown>, place: Place, folder: ListedEntry) {
  const rows = request.repository.store.readTree(folder.sha) ?? [];
  const entries = rows
    .slice(0, request.limits.contentsEntries)
    .map((row) =>
      describeEntry(
        request,
        place,
        { ...row, path: folder.path === '' ? row.name : `${folder.path}/${row.name}` },
        listedTypes[row.mode],
      ),
    );
  if (request.format === 'raw') throw new Refusal(415, 'A folder has no raw content.');
  return request.format === 'object'
    ? answerJson({ ...describeEntry(request, place, folder, 'dir'), entries })
    : answerJson(entries);
}

function answerFile(request: RouteRequest<unknown>, place: Place, entry: ListedEntry, content: Buffer) {
  if (content.length > request.limits.blobBytes) {
    throw new Refusal(403, 'The requested blob is too large to fetch via the API.', {
      errors: [{ resource: 'Blob', field: 'data', code: 'too_large' }],
    });
  }
  if (request.format === 'raw') return answerRaw(content);
  const isCarried = content.length <= request.limits.contentsBytes;
  return answerJson({
    ...describeEntry(request, place, entry, 'file'),
    size: content.length,
    content: isCarried ? encodeBase64(content) : '',
    encoding: isCarried ? 'base64' : 'none',
  });
}

/** Links that lead to one another end here. */
const mostLinks = 8;

/** The file that a link leads to inside the repository, through further links; undefined for anything else. */
function followLink(
  request: RouteRequest<unknown>,
  tree: string,
  link: ListedEntry,
  depth = 0,
): Buffer | undefined {
  const { store } = request.repository;
  const target = store.readBlob(link.sha)?.toString('utf8') ?? '';
  const path = posix.normalize(posix.join(posix.dirname(link.path), target));
  if (target.startsWith('/') || depth > mostLinks) return undefined;
  const entry = findInTree(store, tree, path);
  if (entry?.mode === '120000') return followLink(request, tree, entry, depth + 1);
  return entry === undefined ? undefined : store.readBlob(entry.sha);
}

export const getContents = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/contents/{path}',
  accepts: [{ contents: 'read' }],
  formats: ['raw', 'object'],
  answer: (request) => {
    const place = requirePlace(request);
    const entry = findInTree(request.repository.store, place.tree, request.params['path'] ?? '');
    if (entry === undefined) throw notFound();
    if (entry.mode === '040000') return answerFolder(request, place, entry);
    if (entry.mode === '160000') {
      return answerJson({
        ...describeEntry(request, place, entry, 'submodule'),
        submodule_git_url: request.urls.repositoryPage(request.repository, `/${entry.name}.git`),
      });
    }
    const content = request.repository.store.readBlob(entry.sha) ?? Buffer.alloc(0);
    if (entry.mode !== '120000') return answerFile(request, place, entry, content);
    const followed = followLink(request, place.tree, entry);
    return followed === undefined
      ? answerJson({ ...describeEntry(request, place, entry, 'symlink'), target: content.toString('utf8') })
      : answerFile(request, place, entry, followed);
  },
});
