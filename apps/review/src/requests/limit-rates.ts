import type { RequestHandler } from 'express';
import { rateLimit, type Options } from 'express-rate-limit';
import { answerLine, isForApi } from './answer-line.tsx';
import { isSafeMethod } from './guard-origin.ts';

/** How many requests one address may send. */
export interface RateLimits {
  readonly uploadsPerMinute: number;
  readonly signInsPerTenMinutes: number;
  readonly writesPerMinute: number;
  readonly requestsPerMinute: number;
}

export const defaultRateLimits: RateLimits = {
  uploadsPerMinute: 60,
  signInsPerTenMinutes: 30,
  writesPerMinute: 60,
  requestsPerMinute: 600,
};

const minute = 60_000;

/** Middlewares that answer 429 with one line. They count by `request.ip`, which `trust proxy` decides. */
export function createRateLimits(limits: RateLimits = defaultRateLimits): {
  /** For `/api`: before a body is read. */
  readonly uploads: RequestHandler;
  /** For `/sign-in`. */
  readonly signIn: RequestHandler;
  /** For every page's writes; reading passes. */
  readonly writes: RequestHandler;
  readonly everything: RequestHandler;
} {
  const limit = (count: number, windowMs: number, options: Partial<Options> = {}): RequestHandler =>
    rateLimit({
      limit: count,
      windowMs,
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // It would write to the console about headers of proxies; which of them count is the configuration's matter.
      validate: false,
      handler: (request, response) =>
        answerLine(request, response, 429, 'Too many requests. Try again in a while.'),
      ...options,
    });
  return {
    uploads: limit(limits.uploadsPerMinute, minute),
    signIn: limit(limits.signInsPerTenMinutes, 10 * minute),
    writes: limit(limits.writesPerMinute, minute, {
      skip: (request) => isSafeMethod(request.method) || isForApi(request),
    }),
    everything: limit(limits.requestsPerMinute, minute),
  };
}
