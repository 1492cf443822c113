/** An answer of GitHub's REST API. */
export interface GithubResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, unknown>>;
  readonly data: unknown;
}

/**
 * What this package needs of a client: the Action gives it @actions/github's, a service an App's, a test its own.
 * Both may reject for answers of 400 and above, as Octokit does, with an error that has `status` and `response`.
 */
export interface GithubClient {
  /** Sends `route` (`GET /repos/{owner}/{repo}/…`) with its placeholders and the rest of `params` filled in. */
  request(route: string, params: Readonly<Record<string, unknown>>): Promise<GithubResponse>;
  /** Sends a GraphQL query; the response's data is the whole answer, `{ data, errors }`. */
  graphql(query: string, variables: Readonly<Record<string, unknown>>): Promise<GithubResponse>;
  /** Waits between two tries of a request, and between two writes. */
  sleep(milliseconds: number): Promise<void>;
}

/** A repository on GitHub. */
export interface RepositoryName {
  readonly owner: string;
  readonly repo: string;
}
