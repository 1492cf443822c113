import type { Logger } from 'pino';
import type { Assembly } from './assembly.ts';
import { createLogger } from './log.ts';
import type { ConfigurationOutcome } from './read-configuration.ts';
import { startServer, type RunningServer } from './server.ts';

/**
 * Serves until the process is asked to stop, then returns the exit code. A parent that started it with a channel is told
 * the address, and its end is a request to stop, however it ended.
 */
export async function serve(
  { configuration, operations, remarks }: Extract<ConfigurationOutcome, { readonly kind: 'usable' }>,
  { assembly, now }: { readonly assembly: Assembly; readonly now: () => Date },
): Promise<number> {
  const logger = createLogger(configuration.logLevel);
  exitOnUncaught(logger);
  const asked = stopRequest();
  try {
    for (const remark of remarks) logger.warn(remark);
    const server = await startServer({ configuration, operations, assembly, logger, now, fetch });
    logger.info({ url: server.url, mode: configuration.mode }, 'listening');
    // A parent that ended in the meantime does not hear it: without a callback that would be an uncaught error.
    process.send?.({ kind: 'listening', url: server.url }, undefined, undefined, () => undefined);
    const reason = await asked;
    logger.info({ reason }, 'stopping');
    await stopOrGiveUp(server, logger);
    logger.info('stopped');
    return 0;
  } finally {
    if (process.connected) process.disconnect(); // listening for the parent's end keeps the process
  }
}

/** Resolves at the first request to stop; a later signal ends the process where it stands. */
function stopRequest(): Promise<string> {
  return new Promise((settle) => {
    let askedAt: number | undefined;
    const ask = (reason: string): void => {
      // npm passes on a Ctrl-C that the terminal has already sent: that is still the first one.
      if (askedAt !== undefined && reason !== 'disconnect' && performance.now() - askedAt > 1_000)
        process.exit(1);
      askedAt ??= performance.now();
      settle(reason);
    };
    for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, ask);
    process.on('disconnect', () => ask('disconnect'));
  });
}

async function stopOrGiveUp(server: RunningServer, logger: Logger): Promise<void> {
  const deadline = setTimeout(() => {
    logger.fatal('the store does not close');
    process.exit(1);
  }, 30_000);
  await server.stop();
  clearTimeout(deadline);
}

/** What nobody caught has left things in a state that nobody knows: whoever runs the service starts it again. */
function exitOnUncaught(logger: Logger): void {
  process.on('uncaughtException', (err) => {
    logger.fatal({ err }, 'uncaught exception');
    process.exit(1);
  });
}
