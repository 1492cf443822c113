import type { Json } from '../openapi/description.ts';
import type { Account, App } from '../state/account.ts';
import { nodeId } from './urls.ts';
import type { Urls } from './urls.ts';

/** `simple-user` of GitHub's description. */
export function describeAccount(urls: Urls, { login, id, type }: Account): Record<string, Json> {
  const url = `${urls.api}/users/${encodeURIComponent(login)}`;
  const name = login.replace(/\[bot\]$/, '');
  return {
    login,
    id,
    node_id: nodeId(type, id),
    avatar_url: `${urls.server}/avatars/${id}`,
    gravatar_id: '',
    url,
    html_url: type === 'Bot' ? `${urls.server}/apps/${name}` : `${urls.server}/${login}`,
    followers_url: `${url}/followers`,
    following_url: `${url}/following{/other_user}`,
    gists_url: `${url}/gists{/gist_id}`,
    starred_url: `${url}/starred{/owner}{/repo}`,
    subscriptions_url: `${url}/subscriptions`,
    organizations_url: `${url}/orgs`,
    repos_url: `${url}/repos`,
    events_url: `${url}/events{/privacy}`,
    received_events_url: `${url}/received_events`,
    type,
    user_view_type: 'public',
    site_admin: false,
  };
}

/** `public-user` of GitHub's description: what a token without permissions on the account shows of its person. */
export function describePublicUser(urls: Urls, account: Account): Record<string, Json> {
  return {
    ...describeAccount(urls, account),
    name: null,
    company: null,
    blog: '',
    location: null,
    email: null,
    hireable: null,
    bio: null,
    public_repos: 0,
    public_gists: 0,
    followers: 0,
    following: 0,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2018-07-30T09:30:17Z',
  };
}

/** `nullable-integration` of GitHub's description. */
export function describeApp(urls: Urls, { id, slug, owner }: App): Record<string, Json> {
  return {
    id,
    slug,
    node_id: nodeId('App', id),
    owner: describeAccount(urls, owner),
    name: slug,
    description: '',
    external_url: `${urls.server}/apps/${slug}`,
    html_url: `${urls.server}/apps/${slug}`,
    created_at: '2018-07-30T09:30:17Z',
    updated_at: '2018-07-30T09:30:17Z',
    permissions: {},
    events: [],
  };
}
