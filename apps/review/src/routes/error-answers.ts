import type { ErrorRequestHandler, RequestHandler, Response } from 'express';
import type { Mounts } from '../mounts.ts';
import { isForApi } from '../requests/is-for-api.ts';
import { statusOfError } from '../requests/status-of-error.ts';

type Answers = Pick<Mounts, 'answerLine' | 'errorPages'>;

/** Behind all routes: nothing is there. */
export function createNotFound({ answerLine, errorPages }: Answers): RequestHandler {
  return (request, response, next) =>
    errorPages === null || isForApi(request)
      ? answerLine(request, response, 404, 'There is nothing at this address.')
      : errorPages.notFound(request, response, next);
}

/** Lines for what parsers refuse; their own messages quote the request. */
const refusals: Readonly<Record<number, string>> = {
  413: 'The request is too large.',
  415: 'The service does not read this kind of content.',
};

/** The last word on an exception: the log has the reason, and the answer the id to find it by. */
export function createErrorAnswer({ answerLine, errorPages }: Answers): ErrorRequestHandler {
  // Express knows an error handler by its four parameters.
  return (error: unknown, request, response, next) => {
    const status = statusOfError(error);
    if (status >= 500) response.err = error instanceof Error ? error : new Error(String(error));
    if (response.headersSent) {
      return next(error); // half an answer cannot become another one: express cuts the connection
    }
    if (errorPages !== null && !isForApi(request)) {
      return errorPages.onError(error, request, response, next);
    }
    const line = lineOf(status, response);
    return answerLine(request, response, status, line);
  };
}

function lineOf(status: number, response: Response): string {
  if (status < 500) return refusals[status] ?? 'The service cannot read this request.';
  if (status === 503) return 'The database does not answer. Try again in a moment.';
  return `The service failed. Its log has the reason under the request id ${response.get('X-Request-Id') ?? 'none'}.`;
}
