import type { VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';

/** A page as HTML text. */
export function renderPage(page: VNode): string {
  return `<!doctype html>\n${renderToString(page)}`;
}
