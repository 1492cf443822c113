import express from 'express';
import type { Express, RequestHandler } from 'express';
import { pino } from 'pino';
import { createGithubAccess } from '../auth/github-access.ts';
import { createIdentify } from '../auth/identify.ts';
import type { Configuration } from '../configuration.ts';
import type { AppParts } from '../app-parts.ts';
import { createAnswerGithubFailure } from '../requests/answer-github-failure.ts';
import { createProvideCsrf } from '../requests/check-csrf.ts';
import { createGuardOrigin } from '../requests/guard-origin.ts';
import { createMemoryStore } from './memory-store.ts';
import type { MemoryStore } from './memory-store.ts';
import { testConfiguration } from './test-configuration.ts';

/** What a browser sends to the public address. */
export const ourHost = { host: 'review.example' } as const;

/** Parts of an app whose clock a test moves, and which reaches nothing unless it is told. */
export interface TestParts extends AppParts {
  readonly store: MemoryStore;
  readonly clock: { now: Date };
  /** Everything that was logged, as text. */
  readonly log: readonly string[];
}

/** Parts with a store in memory. */
export function createTestParts({
  configuration: given = {},
  fetch: send = () => Promise.reject(new Error('This test reaches nobody')),
}: {
  readonly configuration?: Partial<Configuration>;
  readonly fetch?: typeof fetch;
} = {}): TestParts {
  const configuration = { ...testConfiguration, ...given };
  const clock = { now: new Date('2026-11-27T12:00:00Z') };
  const now = (): Date => clock.now;
  const log: string[] = [];
  const logger = pino({ level: 'debug' }, { write: (line) => log.push(line) });
  return {
    configuration,
    store: createMemoryStore({ now }),
    github: createGithubAccess({ configuration, fetch: send, now }),
    logger,
    now,
    fetch: send,
    clock,
    log,
  };
}

/** An app of one router, with everything that comes before and after the routers. */
export function createTestApp(parts: AppParts, router: RequestHandler): Express {
  const app = express();
  app.use(createGuardOrigin(parts), createIdentify(parts), createProvideCsrf(parts), router);
  app.use(createAnswerGithubFailure(parts));
  return app;
}
