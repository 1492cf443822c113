import type { Operation } from '../openapi/description.ts';
import type { Limits } from '../limits.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Permissions, Token } from '../state/token.ts';
import type { Urls } from '../views/urls.ts';
import type { Answer } from './answer.ts';

/** A media type that the client asked for in place of plain JSON. */
export type MediaFormat = 'json' | 'raw' | 'object';

/** A request that the token may make, with a body that fits GitHub's description. */
export interface AllowedRequest<Body> {
  readonly state: GitHubState;
  readonly limits: Limits;
  readonly urls: Urls;
  /** Null when the request came without a token. */
  readonly token: Token | null;
  /** Decoded path parameters by name. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly body: Body;
  readonly format: MediaFormat;
  /** The path with owner and name and without the query. */
  readonly path: string;
}

/** One on a repository. */
export interface RouteRequest<Body> extends AllowedRequest<Body> {
  readonly repository: Repository;
}

interface CommonRoute extends Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';
  /** Alternatives, any of which is enough; GitHub names them in `x-accepted-github-permissions`. */
  readonly accepts: readonly Permissions[];
  readonly formats: readonly MediaFormat[];
}

/** One endpoint of a repository: which operation of GitHub's description it is, who may call it, and what it answers. */
export interface RepositoryRoute extends CommonRoute {
  readonly scope: 'repository';
  readonly path: `/repos/{owner}/{repo}${string}`;
  readonly answer: (request: RouteRequest<unknown>) => Answer;
}

/** One endpoint of an organization. */
export interface OrganizationRoute extends CommonRoute {
  readonly scope: 'organization';
  readonly path: `/orgs/{org}/${string}`;
  readonly answer: (request: AllowedRequest<unknown>) => Answer;
}

/** A request of a token that acts for a person. */
export interface UserRequest extends AllowedRequest<unknown> {
  readonly token: Token;
}

/** One endpoint about the person whose token it is. */
export interface UserRoute extends CommonRoute {
  readonly scope: 'user';
  readonly path: `/user${string}`;
  readonly answer: (request: UserRequest) => Answer;
}

/** An endpoint, by what its path begins with: that decides what a token must reach. */
export type Route = RepositoryRoute | OrganizationRoute | UserRoute;

interface RouteDefinition<Body> extends Omit<RepositoryRoute, 'scope' | 'formats' | 'answer'> {
  readonly formats?: readonly MediaFormat[];
  readonly answer: (request: RouteRequest<Body>) => Answer;
}

/** @typeParam Body - the request's body as GitHub's description has it; `undefined` for none */
export function defineRoute<Body = undefined>({
  formats,
  answer,
  ...route
}: RouteDefinition<Body>): RepositoryRoute {
  return {
    ...route,
    scope: 'repository',
    formats: ['json', ...(formats ?? [])],
    answer: (request) => answer(request as RouteRequest<Body>), // the body was checked against the description
  };
}

/** An endpoint of an organization; none of them takes a body. */
export function defineOrganizationRoute(
  route: Omit<OrganizationRoute, 'scope' | 'formats'>,
): OrganizationRoute {
  return { ...route, scope: 'organization', formats: ['json'] };
}

/** An endpoint about the person whose token it is; it needs no permission, and takes no body. */
export function defineUserRoute(route: Omit<UserRoute, 'scope' | 'formats' | 'accepts'>): UserRoute {
  return { ...route, scope: 'user', accepts: [], formats: ['json'] };
}
