import type { GithubClient, GithubResponse } from '../github-client.ts';

/** A plain client of a server; waits between tries are left out. */
export function connectTo(
  urls: { readonly baseUrl: string; readonly graphqlUrl: string },
  token: string,
): GithubClient {
  const send = async (method: string, url: string, body: unknown): Promise<GithubResponse> => {
    const response = await fetch(url, {
      method,
      headers: {
        authorization: `token ${token}`,
        accept: 'application/vnd.github+json',
        'user-agent': 'topodiff-tests',
        ...(body === undefined ? {} : { 'content-type': 'application/json; charset=utf-8' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    const data: unknown = text === '' ? null : JSON.parse(text);
    return { status: response.status, headers: Object.fromEntries(response.headers), data };
  };
  return {
    request: (route, params) => {
      const [method = '', template = ''] = route.split(' ');
      const rest = new Map(Object.entries(params));
      const path = template.replace(/\{(\w+)\}/g, (_match, name: string) => {
        const value = String(rest.get(name));
        rest.delete(name);
        return encodeURIComponent(value);
      });
      if (method !== 'GET') return send(method, `${urls.baseUrl}${path}`, Object.fromEntries(rest));
      const query = new URLSearchParams(
        [...rest].map(([name, value]): [string, string] => [name, String(value)]),
      ).toString();
      return send(method, `${urls.baseUrl}${path}${query === '' ? '' : `?${query}`}`, undefined);
    },
    graphql: (query, variables) => send('POST', urls.graphqlUrl, { query, variables }),
    sleep: () => Promise.resolve(),
  };
}
