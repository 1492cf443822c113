import { findMergeBase, listCommitsBetween } from '../git/commit-graph.ts';
import { answerJson } from '../server/answer.ts';
import { paginate } from '../server/paginate.ts';
import { notFound, Refusal } from '../server/refusal.ts';
import { defineRoute } from '../server/route.ts';
import type { RouteRequest } from '../server/route.ts';
import { describeChangedFile } from '../views/describe-changed-file.ts';
import { describeCommit } from '../views/describe-commit.ts';
import { listFilesBetween } from '../state/list-files-between.ts';

/** `revision`, `owner:revision` or `owner:repo:revision`; the other repository has to be of the same network. */
function resolveEnd({ state, repository }: RouteRequest<unknown>, text: string): string {
  const parts = text.split(':');
  const revision = parts.pop() ?? '';
  const [owner = repository.owner.login, name = repository.name] = parts;
  const other = state.repository(`${owner}/${name}`);
  const sha = other?.store === repository.store ? other.resolveCommit(revision) : undefined;
  if (sha === undefined) throw notFound();
  return sha;
}

function statusOf(aheadBy: number, behindBy: number): string {
  if (aheadBy > 0) return behindBy > 0 ? 'diverged' : 'ahead';
  return behindBy > 0 ? 'behind' : 'identical';
}

export const compareCommits = defineRoute({
  method: 'GET',
  path: '/repos/{owner}/{repo}/compare/{basehead}',
  accepts: [{ contents: 'read' }],
  answer: (request) => {
    const { repository, urls, limits, query, params } = request;
    const basehead = params['basehead'] ?? '';
    const [left, right, ...rest] = basehead.split('...');
    if (left === undefined || right === undefined || rest.length > 0) throw notFound();
    const base = resolveEnd(request, left);
    const head = resolveEnd(request, right);
    const mergeBase = findMergeBase(repository.store, base, head);
    if (mergeBase === undefined) throw new Refusal(404, `No common ancestor between ${left} and ${right}.`);

    const ahead = listCommitsBetween(repository.store, base, head);
    const behindBy = listCommitsBetween(repository.store, head, base).length;
    const isPaged = query.has('page') || query.has('per_page');
    const { items, headers } = isPaged
      ? paginate(request, ahead)
      : { items: ahead.slice(-limits.compareCommits), headers: {} };
    const isFirstPage = Number(query.get('page') ?? 1) <= 1;
    const files = isFirstPage
      ? listFilesBetween(repository, limits, mergeBase, head).slice(0, limits.compareFiles)
      : [];
    const page = urls.repositoryPage(repository, `/compare/${basehead}`);
    return answerJson(
      {
        url: urls.repositoryApi(repository, `/compare/${basehead}`),
        html_url: page,
        permalink_url: urls.repositoryPage(repository, `/compare/${base}...${head}`),
        diff_url: `${page}.diff`,
        patch_url: `${page}.patch`,
        base_commit: describeCommit(urls, repository, base),
        merge_base_commit: describeCommit(urls, repository, mergeBase),
        status: statusOf(ahead.length, behindBy),
        ahead_by: ahead.length,
        behind_by: behindBy,
        total_commits: ahead.length,
        commits: items.map((sha) => describeCommit(urls, repository, sha)),
        files: files.map((file) => describeChangedFile(urls, repository, head, file)),
      },
      200,
      headers,
    );
  },
});
