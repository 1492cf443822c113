import { Router } from 'express';
import type { AppParts } from '../app-parts.ts';
import { askToSignIn } from './ask-to-sign-in.tsx';
import { createFleetRoutes } from './fleet-routes.tsx';
import { createFormParsers, playgroundReaders } from './form-parsers.ts';
import { createPlaygroundRoutes } from './playground-routes.tsx';
import { createPreferencesRoutes } from './preferences-routes.ts';
import { createReviewRoutes } from './review-routes.tsx';
import { createReviewsRoutes } from './reviews-routes.tsx';
import { createRulesRoutes } from './rules-routes.tsx';

/**
 * All pages of the dashboard. Before it stand `identify`, and for every POST `createFormParsers` and the check of the CSRF
 * token that they read; behind it the pages of `error-pages.ts`.
 */
export function createPagesRouter(parts: AppParts): Router {
  const router = Router();
  const readersOnly = askToSignIn(parts);
  router.use(createFormParsers(parts));
  router.get('/', readersOnly, (_request, response) => response.redirect(303, '/reviews'));
  router.use('/reviews', readersOnly, createReviewsRoutes(parts), createReviewRoutes(parts));
  router.use('/fleet', readersOnly, createFleetRoutes(parts));
  router.use('/rules', createRulesRoutes());
  router.use('/playground', ...playgroundReaders(parts), createPlaygroundRoutes(parts));
  router.use('/preferences', createPreferencesRoutes(parts));
  return router;
}
