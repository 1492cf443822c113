import { Router, urlencoded, type RequestHandler } from 'express';
import { identityOf } from './auth/identity-of.ts';
import { createIdentify } from './auth/identify.ts';
import type { AppParts } from './create-app.ts';
import type { Mounts } from './mounts.ts';
import { createAnswerGithubFailure } from './requests/answer-github-failure.ts';
import { answerLine } from './requests/answer-line.tsx';
import { checkCsrf, createProvideCsrf } from './requests/check-csrf.ts';
import { createGuardOrigin, isSafeMethod } from './requests/guard-origin.ts';
import { createLimitRates } from './requests/limit-rates.ts';
import { createApiRouter } from './routes/api-router.ts';
import { createErrorPages } from './routes/error-pages.tsx';
import { createPagesRouter } from './routes/pages-router.ts';
import { parsePlaygroundForm } from './routes/playground-routes.tsx';
import { createSignInRouter } from './routes/sign-in-router.ts';
import { createTokensRouter } from './routes/tokens-router.tsx';

/** The service's middleware and routes, in their order. */
export function createMounts(parts: AppParts): Mounts {
  return {
    guards: [createGuardOrigin(parts), createLimitRates()],
    identity: [createIdentify(parts), createProvideCsrf(parts)],
    routers: [
      // Before any parser: it knows who sends a body before it reads it.
      createApiRouter(parts),
      createSignInRouter(parts),
      createTokensRouter(parts),
      createForms(parts),
      createPagesRouter(parts),
    ],
    answerLine,
    errorHandlers: [createAnswerGithubFailure(parts)],
    errorPages: createErrorPages(parts),
  };
}

/** Reads the forms of pages, and refuses each that does not bring its token: no page's write gets by. */
function createForms({ configuration }: AppParts): Router {
  const router = Router();
  // Files are read only for those who may send them; without a body there is no token, which refuses the rest.
  const parseFiles: RequestHandler = (request, response, next) =>
    configuration.oauth !== null && identityOf(response).kind === 'nobody'
      ? next()
      : parsePlaygroundForm(request, response, next);
  router.use('/playground', parseFiles);
  router.use(urlencoded({ extended: false, limit: '100kb' }), (request, response, next) =>
    isSafeMethod(request.method) ? next() : checkCsrf(request, response, next),
  );
  return router;
}
