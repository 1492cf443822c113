import type { ErrorRequestHandler } from 'express';
import { GithubFailure } from '../auth/github-failure.ts';
import { hashToken } from '../auth/hash-token.ts';
import type { AppParts } from '../app-parts.ts';
import { answerLine } from './answer-line.tsx';
import { clearCookie, readCookie } from './cookies.ts';

type FailureParts = Pick<AppParts, 'configuration' | 'store' | 'logger'>;

/**
 * Answers what routes throw when GitHub does not say who may do what: 502, or the end of the session when GitHub does not
 * take its token any more. Comes after the routes, before the handler of all other errors.
 */
export function createAnswerGithubFailure({
  configuration,
  store,
  logger,
}: FailureParts): ErrorRequestHandler {
  return async (error: unknown, request, response, next) => {
    if (!(error instanceof GithubFailure) || response.headersSent) {
      next(error);
      return;
    }
    logger.warn({ reason: error.message }, 'GitHub gave no answer about a user');
    if (error.kind === 'unavailable') {
      answerLine(request, response, 502, `${error.message} Without it nobody is let in; try again.`);
      return;
    }
    const cookie = readCookie(request, configuration, 'session');
    if (cookie !== undefined) await store.deleteSession(hashToken(cookie));
    clearCookie(response, configuration, 'session');
    answerLine(request, response, 401, `${error.message} Sign in again.`);
  };
}
