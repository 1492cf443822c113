import { Router, type Request } from 'express';
import { isSameSecret } from '../auth/hash-token.ts';
import { isLoopbackHost } from '../is-loopback-host.ts';
import type { Metrics } from '../metrics.ts';
import type { Store } from '../store/store.ts';
import { describeApi } from './openapi.ts';

/** What the routes of operations need. */
export interface OpsParts {
  readonly store: Pick<Store, 'ping'>;
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  readonly publicUrl: string;
  /** True once the process was asked to stop: it is not sent new requests then. */
  readonly isStopping: () => boolean;
}

/** Routes for machines that look after the service. They come before the guards: probes use addresses, not names. */
export function createOpsRouter({ store, metrics, metricsToken, publicUrl, isStopping }: OpsParts): Router {
  const router = Router();
  router.get('/healthz', (_request, response) => {
    response.type('text').send('ok\n');
  });
  router.get('/readyz', async (_request, response) => {
    if (isStopping()) {
      response.status(503).type('text').send('stopping\n');
      return;
    }
    try {
      await withinSeconds(5, store.ping());
      response.type('text').send('ready\n');
    } catch (error) {
      // The log has the reason; strangers may read this answer.
      response.err = error instanceof Error ? error : new Error(String(error));
      response.status(503).type('text').send('the database does not answer\n');
    }
  });
  router.get('/metrics', async (request, response) => {
    if (!mayReadMetrics(request, metricsToken)) {
      response.status(404).type('text').send('not found\n');
      return;
    }
    response.set('Content-Type', metrics.contentType).send(await metrics.render());
  });
  let description: Promise<object> | undefined;
  router.get('/api/openapi.json', async (_request, response) => {
    response.json(await (description ??= describeApi(publicUrl)));
  });
  return router;
}

/**
 * With a token: whoever has it. Without: this machine, directly. A proxy on this machine speaks from loopback for
 * everybody, so that a forwarded request is none, and neither is one by a name that resolves to loopback.
 */
function mayReadMetrics(request: Request, token: string | null): boolean {
  if (token !== null) return isSameSecret(request.get('Authorization') ?? '', `Bearer ${token}`);
  const isForwarded = ['forwarded', 'via', 'x-forwarded-for', 'x-real-ip'].some(
    (name) => request.headers[name] !== undefined,
  );
  const host = (request.headers.host ?? '').replace(/:\d+$/, '');
  return !isForwarded && isLoopbackHost(request.socket.remoteAddress ?? '') && isLoopbackHost(host);
}

async function withinSeconds(seconds: number, promise: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_settle, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${seconds} s`)), seconds * 1000);
  });
  try {
    await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
