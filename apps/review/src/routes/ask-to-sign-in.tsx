import type { RequestHandler } from 'express';
import { identityOf } from '../auth/identity-of.ts';
import type { AppParts } from '../app-parts.ts';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { SignInPage } from '../views/messages/sign-in-page.tsx';
import { sendPage } from '../views/send-page.tsx';

/**
 * Whoever is not signed in is asked to, whatever the address, and comes back there. He is asked by a page and not sent to
 * GitHub at once, so that signing out does not sign in again.
 */
export function askToSignIn({ configuration }: AppParts): RequestHandler {
  return (request, response, next) => {
    if (identityOf(response).kind !== 'nobody') return next();
    const isPage = request.method === 'GET' || request.method === 'HEAD';
    const back =
      isPage && request.originalUrl !== '/' ? `?return_to=${encodeURIComponent(request.originalUrl)}` : '';
    const frame = pageFrameOf(request, response, 'Sign in');
    const startHref = configuration.oauth === null ? null : `/sign-in${back}`;
    sendPage(response, <SignInPage frame={frame} startHref={startHref} />, 401);
  };
}
