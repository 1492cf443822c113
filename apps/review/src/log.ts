import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { pino, type DestinationStream, type Logger } from 'pino';
import { pinoHttp, type HttpLogger } from 'pino-http';
import type { Configuration } from './configuration.ts';
import { redactText, redactUrl } from './redact.ts';

/** The service's log: one JSON object a line, written at once, so that the last words before an exit are there. */
export function createLogger(
  level: Configuration['logLevel'],
  destination: DestinationStream = pino.destination({ sync: true }),
): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      serializers: { err: describeError },
      // The serializers below write no headers; this is for whoever logs a request's options by mistake.
      redact: {
        paths: [
          'authorization',
          'cookie',
          'token',
          'headers',
          'req.headers',
          'res.headers',
          '*.authorization',
        ],
        censor: '[redacted]',
      },
    },
    destination,
  );
}

/** Logs every request when it ends, and gives each an id, which the answer carries as `X-Request-Id`. */
export function logRequests(logger: Logger): HttpLogger {
  return pinoHttp({
    logger,
    genReqId: (_request, response) => {
      const id = randomUUID();
      response.setHeader('X-Request-Id', id);
      return id;
    },
    // Probes come every few seconds and say nothing, as long as they succeed.
    customLogLevel: (request, response, error) =>
      levelOf(response.statusCode, error, isProbe(request) ? 'debug' : 'info'),
    customSuccessMessage: () => 'request',
    customErrorMessage: () => 'request failed',
    quietReqLogger: true,
    serializers: { req: describeRequest, res: describeResponse, err: describeError },
    wrapSerializers: false,
  });
}

function levelOf(status: number, error: Error | undefined, otherwise: 'debug' | 'info') {
  if (status >= 500 || error !== undefined) return 'error';
  return otherwise;
}

function isProbe({ url }: IncomingMessage): boolean {
  return url === '/healthz' || url === '/readyz' || url === '/metrics';
}

function describeRequest(request: IncomingMessage & { readonly originalUrl?: string }) {
  return { method: request.method, url: redactUrl(request.originalUrl ?? request.url ?? '') };
}

function describeResponse({ statusCode }: ServerResponse) {
  return { status: statusCode };
}

/** Only what an error says: clients hang requests with their headers on their errors. */
function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: redactText(String(error)) };
  return {
    type: error.name,
    message: redactText(error.message),
    stack: redactText(error.stack ?? ''),
    ...(error.cause === undefined ? {} : { cause: describeError(error.cause) }),
  };
}
