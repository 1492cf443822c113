import type { Json } from '../openapi/description.ts';
import type { Repository } from '../state/repository.ts';
import { describeAccount } from './describe-account.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** The `…_url` fields and what they add to the repository's own address. */
const linkPaths = {
  archive_url: '/{archive_format}{/ref}',
  assignees_url: '/assignees{/user}',
  blobs_url: '/git/blobs{/sha}',
  branches_url: '/branches{/branch}',
  collaborators_url: '/collaborators{/collaborator}',
  comments_url: '/comments{/number}',
  commits_url: '/commits{/sha}',
  compare_url: '/compare/{base}...{head}',
  contents_url: '/contents/{+path}',
  contributors_url: '/contributors',
  deployments_url: '/deployments',
  downloads_url: '/downloads',
  events_url: '/events',
  forks_url: '/forks',
  git_commits_url: '/git/commits{/sha}',
  git_refs_url: '/git/refs{/sha}',
  git_tags_url: '/git/tags{/sha}',
  hooks_url: '/hooks',
  issue_comment_url: '/issues/comments{/number}',
  issue_events_url: '/issues/events{/number}',
  issues_url: '/issues{/number}',
  keys_url: '/keys{/key_id}',
  labels_url: '/labels{/name}',
  languages_url: '/languages',
  merges_url: '/merges',
  milestones_url: '/milestones{/number}',
  notifications_url: '/notifications{?since,all,participating}',
  pulls_url: '/pulls{/number}',
  releases_url: '/releases{/id}',
  stargazers_url: '/stargazers',
  statuses_url: '/statuses/{sha}',
  subscribers_url: '/subscribers',
  subscription_url: '/subscription',
  tags_url: '/tags',
  teams_url: '/teams',
  trees_url: '/git/trees{/sha}',
};

/** `minimal-repository`: what other answers carry about a repository. */
export function describeMinimalRepository(urls: Urls, repository: Repository): Record<string, Json> {
  const url = urls.repositoryApi(repository);
  return {
    id: repository.id,
    node_id: nodeId('Repository', repository.id),
    name: repository.name,
    full_name: repository.fullName,
    private: repository.visibility === 'private',
    owner: describeAccount(urls, repository.owner),
    html_url: urls.repositoryPage(repository),
    description: null,
    fork: repository.parent !== null,
    url,
    ...Object.fromEntries(Object.entries(linkPaths).map(([name, path]) => [name, url + path])),
  };
}

/** `repository` and `full-repository`, with what the one needs and the other does not. */
export function describeRepository(urls: Urls, repository: Repository): Record<string, Json> {
  const { server } = urls;
  const isFork = repository.parent !== null;
  const openPullRequests = repository.pullRequests.filter(({ state }) => state === 'open').length;
  return {
    ...describeMinimalRepository(urls, repository),
    created_at: repository.createdAt,
    updated_at: repository.createdAt,
    pushed_at: repository.createdAt,
    git_url: `git:${server.replace(/^https?:/, '')}/${repository.fullName}.git`,
    ssh_url: `git@${new URL(server).host}:${repository.fullName}.git`,
    clone_url: `${server}/${repository.fullName}.git`,
    svn_url: `${server}/${repository.fullName}`,
    homepage: null,
    size: 1,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: !isFork,
    has_projects: true,
    has_downloads: true,
    has_wiki: true,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: openPullRequests,
    license: null,
    allow_forking: true,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: repository.visibility,
    forks: 0,
    open_issues: openPullRequests,
    watchers: 0,
    default_branch: repository.defaultBranch,
  };
}

/** `full-repository`: the answer to asking for the repository itself. */
export function describeFullRepository(urls: Urls, repository: Repository): Record<string, Json> {
  const { parent } = repository;
  return {
    ...describeRepository(urls, repository),
    network_count: 0,
    subscribers_count: 0,
    ...(parent === null
      ? {}
      : { parent: describeRepository(urls, parent), source: describeRepository(urls, parent) }),
  };
}
