import type { RequestHandler } from 'express';
import { createIdentify } from './auth/identify.ts';
import type { AppParts } from './app-parts.ts';
import type { Mounts } from './mounts.ts';
import { createAnswerGithubFailure } from './requests/answer-github-failure.ts';
import { answerLine } from './requests/answer-line.tsx';
import { checkCsrf, createProvideCsrf } from './requests/check-csrf.ts';
import { createGuardOrigin, isSafeMethod } from './requests/guard-origin.ts';
import { limitForms } from './requests/limit-forms.ts';
import { createLimitRates, rateLimitsOf } from './requests/limit-rates.ts';
import { createApiRouter } from './routes/api-router.ts';
import { createErrorPages } from './routes/error-pages.ts';
import { createFormParsers } from './routes/form-parsers.ts';
import { createPagesRouter } from './routes/pages-router.ts';
import { createSignInRouter } from './routes/sign-in-router.ts';
import { createTokensRouter } from './routes/tokens-router.tsx';

/** The service's middleware and routes, in their order. */
export function createMounts(parts: AppParts): Mounts {
  return {
    guards: [createGuardOrigin(parts), createLimitRates(rateLimitsOf(parts.configuration.rates))],
    identity: [createIdentify(parts), createProvideCsrf(parts)],
    routers: [
      // Before any parser: it knows who sends a body before it reads it.
      createApiRouter(parts),
      limitForms,
      createSignInRouter(parts),
      createTokensRouter(parts),
      createFormParsers(parts),
      checkWrites,
      createPagesRouter(parts),
    ],
    answerLine,
    errorHandlers: [createAnswerGithubFailure(parts)],
    errorPages: createErrorPages(parts),
  };
}

/** Refuses each form that does not bring its token, behind the parsers that read it: no page's write gets by. */
const checkWrites: RequestHandler = (request, response, next) =>
  isSafeMethod(request.method) ? next() : checkCsrf(request, response, next);
