import { Router } from 'express';
import type { AppParts } from '../app-parts.ts';
import { cookieOptions } from '../requests/cookies.ts';
import { formFields } from '../requests/form-fields.ts';
import { returnPath } from '../requests/return-path.ts';
import { chosen, diffLayouts, preferenceCookies, themes } from '../views/frame/preferences.ts';

const keptForMs = 365 * 24 * 60 * 60 * 1000;

/** Keeps what somebody prefers in his browser's cookies, at `/preferences`. */
export function createPreferencesRoutes({ configuration }: AppParts): Router {
  const router = Router();
  const options = { ...cookieOptions(configuration), maxAge: keptForMs };
  router.post('/', (request, response) => {
    const form = formFields(request.body);
    response
      .cookie(preferenceCookies.theme, chosen(themes, form['theme']), options)
      .cookie(preferenceCookies.diff, chosen(diffLayouts, form['diff']), options)
      // A box that is not ticked sends nothing.
      .cookie(preferenceCookies.shortcuts, form['shortcuts'] === 'on' ? 'on' : 'off', options)
      .redirect(303, returnPath(form['return-to'], configuration.publicUrl, '/'));
  });
  return router;
}
