import type { Request, Response } from 'express';
import type { AnswerLine } from '../mounts.ts';
import { StartError } from '../start-error.ts';
import type { LocalReviewLoader } from './load-local-review.ts';

/** Middleware of local mode: `?refresh=1` on a page reads the repository again, then shows the page without it. */
export type Refresh = (
  answerLine: AnswerLine,
) => (request: Request, response: Response, next: () => void) => Promise<void>;

/** Pages of other sites may lead here, but not make the service read: their links show the page as it is. */
export function createRefresh(loader: LocalReviewLoader): Refresh {
  return (answerLine) => async (request, response, next) => {
    if (request.method !== 'GET' || request.query['refresh'] !== '1') {
      next();
      return;
    }
    const site = request.get('Sec-Fetch-Site');
    if (site === undefined || site === 'same-origin' || site === 'none') {
      try {
        await loader.load();
      } catch (error) {
        if (!(error instanceof StartError)) throw error;
        answerLine(request, response, 502, `The repository could not be read again: ${error.message}`);
        return;
      }
    }
    response.redirect(303, withoutRefresh(request.originalUrl));
  };
}

function withoutRefresh(url: string): string {
  const [path = '/', query = ''] = url.split('?', 2);
  const rest = query.split('&').filter((parameter) => parameter !== 'refresh=1');
  // A path that starts with two slashes would be another host, and browsers take `\` for `/`.
  return `/${path.replace(/^[/\\]+/, '')}${rest.length === 0 ? '' : `?${rest.join('&')}`}`;
}
