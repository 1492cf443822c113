import { Router } from 'express';
import type { Request, RequestHandler } from 'express';
import { rateLimit } from 'express-rate-limit';
import type { Configuration } from '../configuration.ts';
import { answerLine } from './answer-line.tsx';
import { isSafeMethod } from './guard-origin.ts';
import { isForApi } from './is-for-api.ts';

/** How many requests one address may send. */
export interface RateLimits {
  readonly uploadsPerMinute: number;
  readonly signInsPerTenMinutes: number;
  readonly writesPerMinute: number;
  readonly requestsPerMinute: number;
}

/** What no setting changes: people type, whatever network they are in. */
const peopleLimits = { signInsPerTenMinutes: 30, writesPerMinute: 60 } as const;

/** The limits of a service with these settings. */
export function rateLimitsOf(rates: Configuration['rates']): RateLimits {
  return { ...peopleLimits, ...rates };
}

const minute = 60_000;

function isForSignIn({ path }: Request): boolean {
  return /^\/sign-in(?:\/|$)/i.test(path); // routes match in either case
}

/**
 * Answers 429 with one line to who sends too much: uploads, sign-ins, writes, and everything together. It comes before
 * bodies are read, and counts by `request.ip`, which `trust proxy` decides.
 */
export function createLimitRates(limits: RateLimits): RequestHandler {
  const limit = (count: number, windowMs: number, applies: (request: Request) => boolean): RequestHandler =>
    rateLimit({
      limit: count,
      windowMs,
      skip: (request) => !applies(request),
      standardHeaders: 'draft-8',
      legacyHeaders: false,
      // It would write to the console about headers of proxies; which of them count is the configuration's matter.
      validate: false,
      handler: (request, response) =>
        answerLine(request, response, 429, 'Too many requests. Try again in a while.'),
    });
  const router = Router();
  router.use(
    limit(limits.requestsPerMinute, minute, () => true),
    limit(limits.uploadsPerMinute, minute, isForApi),
    limit(limits.signInsPerTenMinutes, 10 * minute, isForSignIn),
    limit(limits.writesPerMinute, minute, (request) => !isSafeMethod(request.method) && !isForApi(request)),
  );
  return router;
}
