import { answerQuery } from '../graphql/answer-query.ts';
import type { Limits } from '../limits.ts';
import { loadGitHubChecker, loadGitHubDescription } from '../openapi/exchange-checker.ts';
import type { Violation } from '../openapi/violation.ts';
import { routes } from '../routes/index.ts';
import type { GitHubState } from '../state/git-hub-state.ts';
import type { Repository } from '../state/repository.ts';
import type { Token } from '../state/token.ts';
import type { Urls } from '../views/urls.ts';
import { answerJson } from './answer.ts';
import type { Answer } from './answer.ts';
import { authenticate, authorize, authorizeAsUser, authorizeInOrganization } from './authorize.ts';
import { createRouteMatcher } from './match-route.ts';
import type { RouteMatch } from './match-route.ts';
import { budgetOf, rateLimitHeaders, spendCreation, spendRate } from './rate-limit.ts';
import type { RateResource } from './rate-limit.ts';
import { readFormat } from './read-format.ts';
import { parseBody } from './read-request.ts';
import type { ArrivedRequest } from './read-request.ts';
import { notFound, Refusal } from './refusal.ts';

/** The only version of the REST API that the stand-in speaks, and GitHub's default. */
const apiVersion = '2022-11-28';

/** Everything that handling requests needs and changes. */
export interface HandlerOptions {
  readonly state: GitHubState;
  readonly limits: Limits;
  readonly urls: Urls;
  /** Told each request and answer that does not fit GitHub's description. */
  readonly onViolation: (violation: Violation) => void;
}

interface Conversation {
  readonly request: ArrivedRequest;
  /** With owner and name, see `canonicalPath`. */
  readonly path: string;
  readonly token: Token | null;
}

/** `/repositories/{id}/…`, which GitHub's links use, as `/repos/{owner}/{repo}/…`. */
export function canonicalPath(state: GitHubState, path: string): string {
  const match = /^\/repositories\/(\d+)(.*)$/.exec(path);
  const repository = match === null ? undefined : state.repositoryById(Number(match[1]));
  return repository === undefined ? path : `/repos/${repository.fullName}${match?.[2] ?? ''}`;
}

/** Answers requests as GitHub does: client and token first, then repository and permission, then the request itself. */
export class RequestHandler {
  readonly #options: HandlerOptions;
  readonly #matchRoute = createRouteMatcher(routes, loadGitHubDescription());

  constructor(options: HandlerOptions) {
    this.#options = options;
  }

  handle(request: ArrivedRequest): Answer {
    const { state } = this.#options;
    const path = canonicalPath(state, request.url.pathname);
    const resource: RateResource = path === '/graphql' ? 'graphql' : 'core';
    let headers: Record<string, string> = { 'x-github-api-version-selected': apiVersion };
    try {
      this.#checkClient(request);
      const token = authenticate(state, request.headers['authorization']);
      const budget = budgetOf(state, token, resource);
      try {
        spendRate(state, token, budget);
      } finally {
        headers = { ...headers, ...rateLimitHeaders(budget, resource) };
      }
      if (resource === 'core') {
        spendCreation(state, token, request.method, this.#options.limits.contentCreationsPerMinute);
      }
      const conversation = { request, path, token };
      const answer =
        resource === 'graphql' ? this.#answerGraphql(conversation) : this.#answerRest(conversation);
      return { ...answer, headers: { ...headers, ...answer.headers } };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return { ...error.answer, headers: { ...headers, ...error.answer.headers } };
    }
  }

  #checkClient({ headers }: ArrivedRequest): void {
    if ((headers['user-agent'] ?? '') === '') {
      throw new Refusal(
        403,
        'Request forbidden by administrative rules. Please make sure your request has a User-Agent header.',
      );
    }
    const version = headers['x-github-api-version'] ?? apiVersion;
    if (version !== apiVersion) {
      throw new Refusal(
        400,
        `"${version}" is not a supported version here. Supported versions: ${apiVersion}.`,
      );
    }
  }

  #report(
    { request, path }: Conversation,
    side: Violation['side'],
    status: number,
    problems: readonly string[],
  ): void {
    if (problems.length === 0) return;
    this.#options.onViolation({ side, method: request.method, path, status, problems });
  }

  #answerGraphql(conversation: Conversation): Answer {
    const { request, token } = conversation;
    if (request.method !== 'POST') throw notFound();
    if (token === null) throw new Refusal(401, 'This endpoint requires you to be authenticated.');
    const { state, limits } = this.#options;
    const { body, problems } = answerQuery(
      { state, limits, token, budget: token.budgets.graphql },
      parseBody(request.text) ?? null,
    );
    this.#report(conversation, 'request', 200, problems);
    return answerJson(body);
  }

  #answerRest(conversation: Conversation): Answer {
    const { request, path } = conversation;
    const match = this.#matchRoute(request.method, path);
    if (match === undefined) {
      this.#report(conversation, 'request', 404, [`The stand-in has no ${request.method} ${path}`]);
      throw notFound();
    }
    const answer = this.#answerRoute(conversation, match);
    const mediaType = answer.headers['content-type']?.split(';')[0] ?? '';
    if (!Buffer.isBuffer(answer.body)) {
      const { route } = match;
      const format =
        request.headers['accept']?.includes('object') === true ? 'application/vnd.github.object' : mediaType;
      const problems = loadGitHubChecker().checkAnswer(route, answer.status, format, answer.body);
      this.#report(conversation, 'answer', answer.status, problems);
    }
    return answer;
  }

  /** The repository of the request; null for one on an organization or a user. */
  #authorize(token: Token | null, { route, params }: RouteMatch): Repository | null {
    if (route.scope === 'organization') {
      authorizeInOrganization(token, params['org'] ?? '', route.accepts);
      return null;
    }
    if (route.scope === 'user') {
      authorizeAsUser(token);
      return null;
    }
    const repository = this.#options.state.repository(`${params['owner'] ?? ''}/${params['repo'] ?? ''}`);
    return authorize(token, repository, route.method === 'GET', route.accepts);
  }

  #answerRoute(conversation: Conversation, { route, params }: RouteMatch): Answer {
    const { state, limits, urls } = this.#options;
    const { request, path, token } = conversation;
    try {
      const repository = this.#authorize(token, { route, params });
      const format = readFormat(request.headers['accept'], route.formats);
      const body = parseBody(request.text);
      const query = request.url.searchParams;
      const problems = loadGitHubChecker().checkRequest({ operation: route, params, query, body });
      if (problems.length > 0) {
        this.#report(conversation, 'request', 422, problems);
        throw new Refusal(422, `Invalid request.\n\n${problems.join('\n')}`);
      }
      const allowed = { state, limits, urls, token, params, query, body, format, path };
      if (route.scope === 'organization') return route.answer(allowed);
      if (route.scope === 'user') return route.answer({ ...allowed, token: authorizeAsUser(token) });
      if (repository === null) throw notFound();
      return route.answer({ ...allowed, repository });
    } catch (error) {
      if (error instanceof Refusal) return error.answer;
      throw error;
    }
  }
}
