import { startPostgres } from '../src/testing/start-postgres.ts';
import { startFilledService } from './filled-service.ts';
import { quantile, timeClients, timePairs } from './time-requests.ts';

const few = 100;
const many = 100_000;
/** Of the list's time with many stored reports to the one with few. */
const largestListRatio = 1.5;
/** Of the 99th percentile of a review's page to its median, under so many clients. */
const largestTailRatio = 10;
const clients = 20;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const ms = (time: number): string => `${time.toFixed(1)} ms`;

/** Measures on one kind of database; true when the limits are kept. */
async function measure(
  name: string,
  databaseUrls: readonly [string | null, string | null],
): Promise<boolean> {
  const small = await startFilledService(few, databaseUrls[0]);
  const begin = performance.now();
  const large = await startFilledService(many, databaseUrls[1]);
  say(
    `${name}: ${many} reports stored and served after ${((performance.now() - begin) / 1000).toFixed(0)} s`,
  );
  try {
    let isKept = true;
    const paths = [
      '/reviews',
      '/reviews?severity=error',
      '/reviews?search=serving',
      '/reviews?search=rare17',
    ];
    for (const path of paths) {
      const pairs = await timePairs([`${small.url}${path}`, `${large.url}${path}`], 60);
      const ratio = quantile(
        pairs.map(([first, second]) => second / first),
        0.5,
      );
      const [first, second] = [pairs.map(([time]) => time), pairs.map(([, time]) => time)];
      const isLimited = path === '/reviews'; // the filters find more in the large store, which has to be shown
      say(
        `${name}: ${path}: ${ms(quantile(first, 0.5))} with ${few}, ${ms(quantile(second, 0.5))} with ${many}, ` +
          `p99 ${ms(quantile(second, 0.99))}, ratio ${ratio.toFixed(2)}${isLimited ? ` (at most ${largestListRatio})` : ''}`,
      );
      if (isLimited && ratio > largestListRatio) isKept = false;
    }
    const urls = large.reviewPaths.map((path) => `${large.url}${path}`);
    const times = await timeClients(urls, { clients, rounds: 50 });
    const [median, tail] = [quantile(times, 0.5), quantile(times, 0.99)];
    say(
      `${name}: review page under ${clients} clients: median ${ms(median)}, p99 ${ms(tail)}, ` +
        `ratio ${(tail / median).toFixed(2)} (below ${largestTailRatio})`,
    );
    return isKept && tail / median < largestTailRatio;
  } finally {
    await small.stop();
    await large.stop();
  }
}

const wanted = process.argv.slice(2);
const isWanted = (name: string): boolean => wanted.length === 0 || wanted.includes(name);
const results: boolean[] = [];
if (isWanted('embedded')) results.push(await measure('embedded', [null, null]));
if (isWanted('postgres')) {
  const postgres = await startPostgres();
  try {
    results.push(await measure('postgres', [postgres.url, await postgres.createDatabase()]));
  } finally {
    await postgres.stop();
  }
}
if (results.includes(false)) process.exitCode = 1;
