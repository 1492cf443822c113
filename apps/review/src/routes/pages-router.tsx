import { Router, type RequestHandler } from 'express';
import { identityOf } from '../auth/identity-of.ts';
import type { AppParts } from '../create-app.ts';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { SignInPage } from '../views/messages/sign-in-page.tsx';
import { sendPage } from '../views/send-page.tsx';
import { createFleetRoutes } from './fleet-routes.tsx';
import { createPlaygroundRoutes } from './playground-routes.tsx';
import { createPreferencesRoutes } from './preferences-routes.ts';
import { createReviewRoutes } from './review-routes.tsx';
import { createReviewsRoutes } from './reviews-routes.tsx';
import { createRulesRoutes } from './rules-routes.tsx';

/**
 * All pages of the dashboard. Before it stand `identify`, `checkCsrf` and, because the token is a field of a form with
 * files, `parsePlaygroundForm` for `/playground`; behind it the pages of `error-pages.tsx`.
 */
export function createPagesRouter(parts: AppParts): Router {
  const router = Router();
  const readersOnly = askToSignIn(parts);
  router.get('/', readersOnly, (_request, response) => response.redirect(303, '/reviews'));
  router.use('/reviews', readersOnly, createReviewsRoutes(parts), createReviewRoutes(parts));
  router.use('/fleet', readersOnly, createFleetRoutes(parts));
  router.use('/rules', createRulesRoutes(parts));
  // Where people can sign in, the work of a review is done for them alone.
  router.use(
    '/playground',
    ...(parts.configuration.oauth === null ? [] : [readersOnly]),
    createPlaygroundRoutes(parts),
  );
  router.use('/preferences', createPreferencesRoutes(parts));
  return router;
}

/**
 * Whoever is not signed in is asked to, whatever the address, and comes back there. He is asked by a page and not sent to
 * GitHub at once, so that signing out does not sign in again.
 */
function askToSignIn({ configuration }: AppParts): RequestHandler {
  return (request, response, next) => {
    if (identityOf(response).kind !== 'nobody') return next();
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    const back =
      isPage && request.originalUrl !== '/' ? `?return_to=${encodeURIComponent(request.originalUrl)}` : '';
    const frame = pageFrameOf(request, response, configuration, 'Sign in');
    const startHref = configuration.oauth === null ? null : `/sign-in${back}`;
    sendPage(response, <SignInPage frame={frame} startHref={startHref} />, 401);
  };
}
