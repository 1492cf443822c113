import express, { type Express, type RequestHandler } from 'express';
import pino from 'pino';
import type { GithubAccess, Identity, Permission, UserIdentity } from '../auth/identity.ts';
import type { Configuration } from '../configuration.ts';
import type { AppParts } from '../app-parts.ts';
import { createErrorPages } from '../routes/error-pages.ts';
import { createFormParsers } from '../routes/form-parsers.ts';
import { createPagesRouter } from '../routes/pages-router.ts';
import { exampleReview, secretReview } from './example-reviews.ts';
import { makeFakeStore, type FakeStore } from './fake-store.ts';
import { testConfiguration } from './test-configuration.ts';

/** The token that forms of the example have to carry. */
export const exampleCsrfToken = 'csrf-of-the-example';

/** On this machine, so that cookies are kept over http. */
const configuration: Configuration = { ...testConfiguration, publicUrl: 'http://127.0.0.1' };

/** A signed-in person of the example. */
export function user(login: string, userId = 7): UserIdentity {
  return { kind: 'user', login, userId, csrfToken: exampleCsrfToken, token: 'token-of-github' };
}

/** GitHub as the example has it: everybody reads `acme/serving` and nothing else. */
export function fakeGithub(
  answers: {
    readonly permission?: Permission;
    readonly teams?: readonly string[];
  } = {},
): GithubAccess {
  return {
    readableRepositories: () => Promise.resolve(new Set([exampleReview.repository.id])),
    permissionIn: () => Promise.resolve(answers.permission ?? 'read'),
    isMemberOf: (_identity, team) => Promise.resolve((answers.teams ?? []).includes(team)),
  };
}

export interface StartedPages {
  readonly app: Express;
  readonly store: FakeStore;
}

/** The pages with fake parts, behind a check of the CSRF token where the test asks for one. */
export function startPages(
  identity: Identity,
  {
    store = makeFakeStore([exampleReview, secretReview]),
    github = fakeGithub(),
    settings = {},
    isCsrfChecked = false,
  }: {
    readonly store?: FakeStore;
    readonly github?: GithubAccess;
    readonly settings?: Partial<Configuration>;
    readonly isCsrfChecked?: boolean;
  } = {},
): StartedPages {
  const parts: AppParts = {
    configuration: { ...configuration, mode: identity.kind === 'local' ? 'local' : 'service', ...settings },
    store,
    github,
    logger: pino({ level: 'silent' }),
    now: () => new Date('2026-11-27T12:00:00Z'),
    fetch: () => Promise.reject(new Error('The pages fetch nothing')),
  };
  const app = express();
  app.use((_request, response, next) => {
    response.locals['identity'] = identity;
    response.locals['csrfToken'] = exampleCsrfToken;
    next();
  });
  if (isCsrfChecked) app.post('/*rest', createFormParsers(parts), checkToken);
  const { notFound, onError } = createErrorPages(parts);
  app.use(createPagesRouter(parts), notFound, onError);
  return { app, store };
}

/** Stands for the app's own check, which reads the same field. */
const checkToken: RequestHandler = (request, response, next) => {
  const body: unknown = request.body;
  const token = typeof body === 'object' && body !== null && 'csrf' in body ? body.csrf : undefined;
  if (token === exampleCsrfToken) next();
  else response.status(403).send('no token');
};
