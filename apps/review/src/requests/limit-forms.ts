import type { RequestHandler } from 'express';
import { answerLine } from './answer-line.tsx';

/** More than the parsers of the forms take; what is between, they refuse. */
const largestForm = 100_000;
/** Two files of 5 MB each, and two texts. */
const largestPlaygroundForm = 12_000_000;

/**
 * Refuses a form that is too large before anything of it is read: the parsers answer only after they have read it to its
 * end. Every browser says how long its form is; who does not is refused, too. Comes behind the interface of CI.
 */
export const limitForms: RequestHandler = (request, response, next) => {
  if (request.headers['transfer-encoding'] !== undefined) {
    answerLine(request, response, 411, 'The request does not say how long it is.');
    return;
  }
  const limit = /^\/playground\/?$/i.test(request.path) ? largestPlaygroundForm : largestForm;
  if (Number(request.get('content-length') ?? 0) > limit) {
    answerLine(request, response, 413, 'The request is larger than the service takes.');
    return;
  }
  next();
};
