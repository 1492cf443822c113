import type { Request, RequestHandler } from 'express';
import { collectDefaultMetrics, Counter, Histogram, Registry } from 'prom-client';

/** What `/metrics` tells, and the middleware that measures requests. */
export interface Metrics {
  readonly observe: RequestHandler;
  readonly contentType: string;
  render(): Promise<string>;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'OPTIONS']);

/** A registry of its own for each app. Labels come from the routes, never from what a request says. */
export function createMetrics(): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  const durations = new Histogram({
    name: 'topodiff_request_duration_seconds',
    help: 'Time from the request to the end of the answer, by route and status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    registers: [registry],
  });
  const uploads = new Counter({
    name: 'topodiff_uploads_total',
    help: 'Uploads of reports by their outcome',
    labelNames: ['outcome'],
    registers: [registry],
  });
  // From the start, so that a rate over the first upload is not missed.
  for (const outcome of ['stored', 'known', 'refused', 'failed']) uploads.inc({ outcome }, 0);
  return {
    observe: (request, response, next) => {
      const stop = durations.startTimer();
      response.once('close', () => {
        const route = routeOf(request);
        // A client that went away before the answer is known by nginx's number for it.
        const status = response.writableFinished ? response.statusCode : 499;
        stop({ method: methods.has(request.method) ? request.method : 'other', route, status });
        if (request.method === 'POST' && route === '/api/reports')
          uploads.inc({ outcome: uploadOutcome(status) });
      });
      next();
    },
    contentType: registry.contentType,
    render: () => registry.metrics(),
  };
}

/** The pattern of the route that answered: the paths themselves, and `/RULES` for `/rules`, would be a series each. */
function routeOf(request: Request): string {
  const { route } = request as { readonly route?: { readonly path: unknown } }; // express types it as any
  return typeof route?.path === 'string' ? request.baseUrl.toLowerCase() + route.path : 'none';
}

function uploadOutcome(status: number): string {
  if (status === 200) return 'known';
  if (status < 300) return 'stored';
  return status < 500 ? 'refused' : 'failed';
}
