import { once } from 'node:events';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { GitHubState } from '../state/git-hub-state.ts';
import { answerJson } from './answer.ts';
import type { Answer } from './answer.ts';
import { applyFault } from './faults.ts';
import type { FaultQueue } from './faults.ts';
import { bodyForLog, readRequest } from './read-request.ts';
import type { ArrivedRequest } from './read-request.ts';
import { canonicalPath } from './request-handler.ts';
import type { LoggedRequest } from './request-log.ts';

/** What the server needs to answer requests and to keep a log of them. */
export interface ListenOptions {
  readonly port: number;
  readonly state: GitHubState;
  readonly faults: FaultQueue;
  readonly log: LoggedRequest[];
  /** Given the address that requests come to, which is known only once the port is. */
  readonly createHandler: (baseUrl: string) => (request: ArrivedRequest) => Answer;
  /** Told each mistake of the stand-in itself, which is answered with 500. */
  readonly onMistake: (request: LoggedRequest, error: unknown) => void;
}

/** A server that listens on 127.0.0.1. */
export interface Listening {
  /** Without a slash at the end. */
  readonly baseUrl: string;
  /** Ends the connections that clients keep open, too. */
  readonly close: () => Promise<void>;
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

function logRequest({ state, faults, log }: ListenOptions, request: ArrivedRequest): LoggedRequest {
  const { method, url, headers, text } = request;
  const path = decodePath(canonicalPath(state, url.pathname));
  const [scheme = '', value = ''] = (headers['authorization'] ?? '').split(/\s+/);
  const entry: LoggedRequest = {
    method,
    path,
    query: Object.fromEntries(url.searchParams),
    body: bodyForLog(text),
    headers: scheme === '' ? headers : { ...headers, authorization: `${scheme} ***` },
    status: null,
    login: state.token(value)?.account.login ?? null,
    fault: faults.take(method, path),
  };
  log.push(entry);
  return entry;
}

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  const content = body === undefined || Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, {
    ...headers,
    ...(content === undefined ? {} : { 'content-length': content.length }),
  });
  response.end(content);
}

/** Serves on 127.0.0.1 until closed. */
export async function listen(options: ListenOptions): Promise<Listening> {
  const server = createServer();
  server.listen(options.port, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address !== null ? address.port : options.port;
  const baseUrl = `http://127.0.0.1:${port}`;
  const handle = options.createHandler(baseUrl);

  const serve = async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const request = await readRequest(message, baseUrl);
    const entry = logRequest(options, request);
    try {
      const answer = await applyFault(entry.fault, () => handle(request));
      if (answer === 'hang-up') {
        message.socket.destroy();
      } else {
        entry.status = answer.status;
        send(response, answer);
      }
    } catch (error) {
      options.onMistake(entry, error);
      entry.status = 500;
      send(response, answerJson({ message: error instanceof Error ? error.message : 'Server Error' }, 500));
    }
  };
  server.on('request', (message, response) => {
    serve(message, response).catch(() => message.socket.destroy()); // the client went away while sending
  });

  return {
    baseUrl,
    close: async () => {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}
