import type { Request, Response } from 'express';
import { identityOf } from '../auth/identity-of.ts';
import { readPreferences } from '../views/frame/preferences.ts';
import { Layout } from '../views/layout.tsx';
import { renderPage } from '../views/render-page.tsx';
import { csrfTokenOf } from './csrf-token-of.ts';
import { isForApi } from './is-for-api.ts';
import { leaveBodyUnread } from './leave-body-unread.ts';

/**
 * Answers with one line: `{"error": …}` under `/api/`, else a small page. The line is ours and repeats nothing that the
 * request brought.
 */
export function answerLine(request: Request, response: Response, status: number, line: string): void {
  leaveBodyUnread(request, response);
  response.status(status).set('cache-control', 'no-store');
  if (isForApi(request)) {
    response.json({ error: line });
    return;
  }
  const identity = identityOf(response);
  const { theme, hasShortcuts, diff } = readPreferences(request.headers.cookie);
  const title = status === 404 ? 'Not found' : 'That did not work';
  const frame = {
    title,
    identity,
    path: request.path,
    theme,
    hasShortcuts,
    diff,
    isLocal: identity.kind === 'local',
    csrfToken: csrfTokenOf(response),
    // What was refused may be no page.
    returnTo: '/',
  } as const;
  response.type('html').send(
    renderPage(
      <Layout frame={frame}>
        <h1>{title}</h1>
        <p>{line}</p>
        <p>
          <a href="/">To the start page</a>
        </p>
      </Layout>,
    ),
  );
}
