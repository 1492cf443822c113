import type { ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import express, { type Express } from 'express';
import type { AppParts } from './app-parts.ts';
import type { Operations } from './configuration.ts';
import type { Refresh } from './local/refresh.ts';
import { logRequests } from './log.ts';
import { createMetrics } from './metrics.ts';
import type { CreateMounts } from './mounts.ts';
import { createErrorAnswer, createNotFound } from './routes/error-answers.ts';
import { createOpsRouter } from './routes/ops-router.ts';
import { keepFromCaches, securityHeaders } from './security-headers.ts';

/** What surrounds the routes. */
export interface AppFrame {
  readonly createMounts: CreateMounts;
  readonly operations: Pick<Operations, 'metricsToken' | 'proxyHops'>;
  readonly isStopping: () => boolean;
  /** In local mode with a review. */
  readonly refresh: Refresh | null;
}

/** Beside this file in the sources, and beside the bundle in `dist`. */
const publicFolder = fileURLToPath(new URL('./public', import.meta.url));

/** The Express app: middleware, then one router per page or interface. It listens to nothing by itself. */
export function createApp(
  parts: AppParts,
  { createMounts, operations, isStopping, refresh }: AppFrame,
): Express {
  const { configuration, store, logger } = parts;
  const metrics = createMetrics();
  const mounts = createMounts(parts);
  const app = express();
  app.disable('x-powered-by');
  app.disable('etag'); // nothing but static files may be kept, and those have their own
  app.set('trust proxy', operations.proxyHops);
  app.use(logRequests(logger), metrics.observe, securityHeaders(configuration), keepFromCaches);
  app.use(
    createOpsRouter({
      store,
      metrics,
      isStopping,
      metricsToken: operations.metricsToken,
      publicUrl: configuration.publicUrl,
    }),
  );
  for (const guard of mounts.guards) app.use(guard);
  // Short, and asked again by ETag: the names of these files stay when a new version of the service changes them.
  const setHeaders = (response: ServerResponse) => response.setHeader('Cache-Control', 'public, max-age=300');
  app.use('/public', express.static(publicFolder, { index: false, redirect: false, setHeaders }));
  for (const middleware of mounts.identity) app.use(middleware);
  if (refresh !== null) app.use(refresh(mounts.answerLine));
  for (const router of mounts.routers) app.use(router);
  app.use(createNotFound(mounts));
  for (const handler of mounts.errorHandlers) app.use(handler);
  app.use(createErrorAnswer(mounts));
  return app;
}
