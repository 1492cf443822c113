import type { Logger } from 'pino';
import type { Store } from './store/store.ts';

const day = 24 * 60 * 60 * 1000;

/** Without a limit reports stay, but sessions and used ids that have expired go all the same. */
const daysWithoutLimit = 36_500;

/** Deletes what is too old: now, and then once a day. A failure is logged, and the next day tries again. */
export function startRetention(
  store: Pick<Store, 'deleteOlderThan'>,
  days: number | null,
  logger: Logger,
): { stop(): void } {
  const run = async (): Promise<void> => {
    try {
      const reports = await store.deleteOlderThan(days ?? daysWithoutLimit);
      if (reports > 0) logger.info({ reports }, 'deleted old reports');
    } catch (err) {
      logger.error({ err }, 'could not delete old reports');
    }
  };
  void run();
  const timer = setInterval(() => void run(), day);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}
