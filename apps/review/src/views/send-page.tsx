import type { Response } from 'express';
import type { VNode } from 'preact';
import { renderPage } from './render-page.tsx';

/** Answers with a page. What one person may see, no cache may keep for another. */
export function sendPage(response: Response, page: VNode, status = 200): void {
  response.status(status).set('Cache-Control', 'private, no-store').type('html').send(renderPage(page));
}
