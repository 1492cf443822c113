import { answerJson } from '../server/answer.ts';
import { notFound } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { Json } from '../openapi/description.ts';
import type { Repository } from '../state/repository.ts';
import { nodeId } from '../views/urls.ts';
import type { Urls } from '../views/urls.ts';

function describeReference(
  urls: Urls,
  repository: Repository,
  ref: string,
  sha: string,
): Record<string, Json> {
  const type = repository.store.read(sha)?.kind ?? 'commit';
  return {
    ref,
    node_id: nodeId('Ref', ref),
    url: urls.repositoryApi(repository, `/git/${ref.split('/').map(encodeURIComponent).join('/')}`),
    object: { type, sha, url: urls.repositoryApi(repository, `/git/${type}s/${sha}`) },
  };
}

export const getReference = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/ref/{ref}',
  accepts: [{ contents: 'read' }],
  answer: ({ urls, repository, params }) => {
    const ref = `refs/${params['ref'] ?? ''}`;
    const sha = repository.readRef(ref);
    if (sha === undefined) throw notFound();
    return answerJson(describeReference(urls, repository, ref, sha));
  },
});

export const listMatchingReferences = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/git/matching-refs/{ref}',
  accepts: [{ contents: 'read' }],
  answer: ({ urls, repository, params }) =>
    answerJson(
      repository
        .listRefs(`refs/${params['ref'] ?? ''}`)
        .map(([ref, sha]) => describeReference(urls, repository, ref, sha)),
    ),
});
