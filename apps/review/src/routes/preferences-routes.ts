import { Router } from 'express';
import type { AppParts } from '../create-app.ts';
import { cookieOptions } from '../requests/cookies.ts';
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
      .redirect(303, sameSitePath(form['return-to']));
  });
  return router;
}

function formFields(body: unknown): Readonly<Record<string, unknown>> {
  return typeof body === 'object' && body !== null ? Object.fromEntries(Object.entries(body)) : {};
}

/** The path where a form leads back to, when it is one of this site; else the start page. */
export function sameSitePath(wanted: unknown): string {
  const origin = 'http://this-site.invalid';
  // What a browser would take for another host, or drop before it reads on.
  if (typeof wanted !== 'string' || !/^\/(?![/\\])[^\\\p{Cc}]*$/u.test(wanted)) return '/';
  if (!URL.canParse(wanted, origin)) return '/';
  const { pathname, search } = new URL(wanted, origin);
  // `/..//host` is a path of this site until its dots are resolved.
  return pathname.startsWith('//') ? '/' : `${pathname}${search}`;
}
