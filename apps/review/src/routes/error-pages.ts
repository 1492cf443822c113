import type { Request } from 'express';
import type { AppParts } from '../app-parts.ts';
import type { ErrorPages } from '../mounts.ts';
import { statusOfError } from '../requests/status-of-error.ts';
import { notFoundMessage, type ErrorMessage } from '../views/messages/error-page.tsx';
import { sendErrorPage } from '../views/messages/send-error-page.tsx';

/** Makes the handlers that end every request without another answer. */
export function createErrorPages({ logger }: Pick<AppParts, 'logger'>): ErrorPages {
  return {
    notFound: (request, response) => sendErrorPage(request, response, notFoundMessage),
    onError: (error: unknown, request, response, next) => {
      // The answer has begun: the connection has to end, so that nobody takes half a page for a whole one.
      if (response.headersSent) return next(error);
      const status = statusOfError(error);
      if (status < 500) return sendErrorPage(request, response, messageOf(status));
      const requestId = requestIdOf(request);
      logger.error({ err: error, requestId }, 'a page failed');
      sendErrorPage(request, response, { ...messageOf(status), requestId });
    },
  };
}

function messageOf(status: number): ErrorMessage {
  switch (status) {
    case 403:
      return { status, title: 'Not allowed', detail: 'You may not do this.' };
    case 404:
      return notFoundMessage;
    case 413:
      return { status, title: 'Too large', detail: 'What was sent is larger than the service takes.' };
    case 422:
      return { status, title: 'Not understood', detail: 'The form was not filled in as it has to be.' };
    case 429:
      return { status, title: 'Too many requests', detail: 'Wait a minute, and try again.' };
    case 503:
      return {
        status,
        title: 'Not available',
        detail: 'The database does not answer. Try again in a moment.',
      };
    default:
      return status < 500
        ? { status, title: 'Not understood', detail: 'The request was not one that the service takes.' }
        : {
            status,
            title: 'Something failed',
            detail: 'The fault is on our side. The log has more under the number of the request.',
          };
  }
}

/** The number that the request logger gave. */
function requestIdOf(request: Request): string | null {
  const id: unknown = 'id' in request ? request.id : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : null;
}
