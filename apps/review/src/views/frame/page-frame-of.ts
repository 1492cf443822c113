import type { Request, Response } from 'express';
import { identityOf } from '../../auth/identity-of.ts';
import { csrfTokenOf } from '../../requests/csrf-token-of.ts';
import type { PageFrame } from './page-frame.ts';
import { readPreferences } from './preferences.ts';

/** The frame of a page that answers a request: who asks, and what he prefers. */
export function pageFrameOf(request: Request, response: Response, title: string): PageFrame {
  const preferences = readPreferences(request.headers.cookie);
  return {
    title,
    identity: identityOf(response),
    path: request.baseUrl + request.path,
    theme: preferences.theme,
    csrfToken: csrfTokenOf(response),
    hasShortcuts: preferences.hasShortcuts,
    diff: preferences.diff,
    // After a form that was refused there is no page to come back to under its address.
    returnTo: request.method === 'GET' ? request.originalUrl : '/',
  };
}
