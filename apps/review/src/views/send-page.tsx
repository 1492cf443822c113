import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from './render-page.tsx';

/** Answers with a page. That no cache keeps it is said for every answer: `keepFromCaches`. */
export function sendPage(response: Response, page: VNode, status = 200): void {
  response.status(status).type('html').send(renderPage(page));
}
