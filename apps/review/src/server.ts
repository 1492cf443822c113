import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import type { Assembly } from './assembly.ts';
import type { Configuration, Operations } from './configuration.ts';
import { createApp } from './create-app.ts';
import { createLocalReviewLoader } from './local/load-local-review.ts';
import { createRefresh } from './local/refresh.ts';
import { addressOf } from './read-configuration.ts';
import { startRetention } from './retention.ts';
import { StartError } from './start-error.ts';

/** What the server is made of; tests give their own. */
export interface ServerParts {
  readonly configuration: Configuration;
  readonly operations: Operations;
  readonly assembly: Pick<Assembly, 'openStore' | 'createGithubAccess' | 'createMounts'>;
  readonly logger: Logger;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly patience?: Patience;
}

/** How long the server waits for clients, in milliseconds. */
export interface Patience {
  /** For all headers of a request. */
  readonly headers: number;
  /** For a whole request, its body included. */
  readonly request: number;
  /** For running requests, when it stops. */
  readonly stop: number;
}

const defaultPatience: Patience = { headers: 10_000, request: 60_000, stop: 10_000 };

/** A server that answers. */
export interface RunningServer {
  /** As a browser on this machine reaches it. */
  readonly url: string;
  /** Takes no more requests, finishes those that run, and closes the store. A second call waits for the first. */
  stop(): Promise<void>;
}

/**
 * Listens, opens the store, and answers. The port comes first: one that is taken is found before a database is started.
 *
 * @throws StartError when the port, the store or the local review is not to be had.
 */
export async function startServer(parts: ServerParts): Promise<RunningServer> {
  const patience = parts.patience ?? defaultPatience;
  let isStopping = false;
  let answer: RequestListener = (_request, response) => {
    response.writeHead(503, { 'Content-Type': 'text/plain', 'Retry-After': '1' }).end('starting\n');
  };
  const server = createServer({
    headersTimeout: patience.headers,
    requestTimeout: patience.request,
    connectionsCheckingInterval: Math.min(1_000, patience.headers),
    // Longer than the minute after which load balancers drop idle connections: they must be the first.
    keepAliveTimeout: 65_000,
  });
  // Of a connection that says nothing: requests that run count as nothing said, and have the time of slow work.
  server.timeout = 120_000;
  server.on('request', (request, response) => {
    if (isStopping) response.setHeader('Connection', 'close');
    answer(request, response);
  });
  await listen(server, parts.configuration);
  const configuration = withRealPort(parts.configuration, server);
  try {
    const { databaseUrl, dataFolder } = configuration;
    const { logger, now, fetch, assembly, operations } = parts;
    const store = await assembly.openStore({
      databaseUrl,
      dataFolder,
      now,
      onNotice: (notice) => logger.warn(notice),
    });
    try {
      const { localReview } = operations;
      const loader =
        localReview === null ? null : createLocalReviewLoader(localReview, { store, configuration, now });
      await loader?.load();
      const github = assembly.createGithubAccess({ configuration, logger, now, fetch });
      const app = createApp(
        { configuration, store, github, logger, now, fetch },
        {
          createMounts: assembly.createMounts,
          operations,
          isStopping: () => isStopping,
          refresh: loader === null ? null : createRefresh(loader),
        },
      );
      answer = app as RequestListener; // an Express app is one
      const retention = startRetention(store, configuration.retentionDays, logger);
      const stop = async (): Promise<void> => {
        isStopping = true;
        retention.stop();
        await closeServer(server, patience.stop);
        await store.close();
      };
      let stopped: Promise<void> | undefined;
      return {
        url: addressOf(configuration.host, configuration.port),
        stop: () => (stopped ??= stop()),
      };
    } catch (error) {
      await store.close();
      throw error;
    }
  } catch (error) {
    await closeServer(server, 0);
    throw error;
  }
}

async function listen(server: Server, { host, port }: Configuration): Promise<void> {
  server.listen(port, host);
  try {
    await once(server, 'listening');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException; // `listen` fails with system errors only
    if (code === 'EADDRINUSE') {
      throw new StartError(`port ${port} is taken; stop what listens there, or choose another port`);
    }
    if (code === 'EACCES') throw new StartError(`port ${port} is not for this user; choose one from 1024 on`);
    throw new StartError(`cannot listen on ${host}, port ${port}: ${code ?? 'no reason given'}`);
  }
}

/** Port 0 lets the system choose one, which an address that was made from it has to follow. */
function withRealPort(configuration: Configuration, server: Server): Configuration {
  if (configuration.port !== 0) return configuration;
  const { port } = server.address() as AddressInfo; // it listens on a port, not on a pipe
  const made = addressOf(configuration.host, 0);
  const real = addressOf(configuration.host, port);
  const { publicUrl, oidc } = configuration;
  return {
    ...configuration,
    port,
    publicUrl: publicUrl === made ? real : publicUrl,
    oidc: { ...oidc, audience: oidc.audience === made ? real : oidc.audience },
  };
}

async function closeServer(server: Server, patience: number): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  // A connection that has just answered is idle from then on, and would stay for a next request.
  const sweep = setInterval(() => server.closeIdleConnections(), 50);
  const deadline = setTimeout(() => server.closeAllConnections(), patience);
  await closed;
  clearInterval(sweep);
  clearTimeout(deadline);
}
