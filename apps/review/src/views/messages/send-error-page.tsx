import type { Request, Response } from 'express';
import { pageFrameOf } from '../frame/page-frame-of.ts';
import { sendPage } from '../send-page.tsx';
import { ErrorPage, type ErrorMessage } from './error-page.tsx';

/** Answers a request with a page that says why there is no other. */
export function sendErrorPage(request: Request, response: Response, message: ErrorMessage): void {
  const frame = pageFrameOf(request, response, message.title);
  sendPage(response, <ErrorPage frame={frame} message={message} />, message.status);
}
