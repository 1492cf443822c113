import { getOctokit } from '@actions/github';
import type { GithubClient, GithubResponse } from '@topodiff/github';

/** No single answer takes longer; without a limit a lost connection would keep the job until its own. */
const longestAnswerMs = 60_000;

/** A client of the runner's GitHub: github.com or an Enterprise Server, by the runner's environment. */
export function connectGithub(
  token: string,
  environment: Readonly<Record<string, string | undefined>>,
): GithubClient {
  const ignore = () => undefined;
  const octokit = getOctokit(token, { log: { debug: ignore, info: ignore, warn: ignore, error: ignore } });
  const send = async (route: string, params: Readonly<Record<string, unknown>>): Promise<GithubResponse> => {
    const signal = AbortSignal.timeout(longestAnswerMs);
    const response = await octokit.request(route, { ...params, request: { signal } });
    return { status: response.status, headers: response.headers, data: response.data as unknown }; // the reader checks each field
  };
  const graphqlUrl = environment['GITHUB_GRAPHQL_URL'] ?? 'https://api.github.com/graphql';
  return {
    request: send,
    graphql: (query, variables) => send(`POST ${graphqlUrl}`, { query, variables }),
    sleep: (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)),
  };
}
