import type { Request, Response } from 'express';
import { pageFrameOf } from '../views/frame/page-frame-of.ts';
import { ErrorPage } from '../views/messages/error-page.tsx';
import { sendPage } from '../views/send-page.tsx';
import { isForApi } from './is-for-api.ts';
import { leaveBodyUnread } from './leave-body-unread.ts';

/**
 * Answers with one line: `{"error": …}` under `/api/`, else a small page. The line is ours and repeats nothing that the
 * request brought.
 */
export function answerLine(request: Request, response: Response, status: number, line: string): void {
  leaveBodyUnread(request, response);
  if (isForApi(request)) {
    response.status(status).json({ error: line });
    return;
  }
  const message = { status, title: status === 404 ? 'Not found' : 'That did not work', detail: line };
  // What was refused may be no page to come back to.
  const frame = { ...pageFrameOf(request, response, message.title), returnTo: '/' };
  sendPage(response, <ErrorPage frame={frame} message={message} />, status);
}
