import type { GithubClient, GithubResponse } from '../github-client.ts';

/** A client that answers from a function and remembers what it was asked. */
export interface ScriptedClient extends GithubClient {
  readonly requests: { readonly route: string; readonly params: Readonly<Record<string, unknown>> }[];
  /** Waits that were asked for, in milliseconds; nothing really waits. */
  readonly sleeps: number[];
}

/** `answer` gives the response to a route; it may throw as a client library does. */
export function scriptedClient(
  answer: (route: string, params: Readonly<Record<string, unknown>>) => GithubResponse,
): ScriptedClient {
  const requests: ScriptedClient['requests'] = [];
  const sleeps: number[] = [];
  const send = (route: string, params: Readonly<Record<string, unknown>>) => {
    requests.push({ route, params });
    return Promise.resolve().then(() => answer(route, params));
  };
  return {
    requests,
    sleeps,
    request: send,
    graphql: (query, variables) => send('graphql', { query, ...variables }),
    sleep: (milliseconds) => {
      sleeps.push(milliseconds);
      return Promise.resolve();
    },
  };
}

/** A response with `data`. */
export function respond(
  status: number,
  data: unknown,
  headers: GithubResponse['headers'] = {},
): GithubResponse {
  return { status, headers, data };
}
