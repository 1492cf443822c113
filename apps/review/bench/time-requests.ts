import { Agent, get } from 'node:http';

// Connections stay: what is measured is the service, not TCP.
const agent = new Agent({ keepAlive: true });

/** Milliseconds until the whole page is there. Throws when it is not 200. */
function timeRequest(url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const begin = performance.now();
    get(url, { agent }, (response) => {
      response.resume();
      response.once('error', reject);
      response.once('end', () => {
        if (response.statusCode === 200) resolve(performance.now() - begin);
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
    }).once('error', reject);
  });
}

/** Asks two services for the same page in turn, so that a busy machine touches both alike. */
export async function timePairs(
  [first, second]: readonly [string, string],
  rounds: number,
): Promise<readonly (readonly [number, number])[]> {
  const pairs: (readonly [number, number])[] = [];
  for (let round = -10; round < rounds; round += 1) {
    const pair = [await timeRequest(first), await timeRequest(second)] as const;
    if (round >= 0) pairs.push(pair); // the others are for the compiler and the caches
  }
  return pairs;
}

/** Lets so many clients ask at once, each for one page after the other. */
export async function timeClients(
  urls: readonly string[],
  { clients, rounds }: { readonly clients: number; readonly rounds: number },
): Promise<readonly number[]> {
  const times: number[] = [];
  const work = async (_: unknown, client: number): Promise<void> => {
    for (let round = -5; round < rounds; round += 1) {
      const time = await timeRequest(urls[(client + round + 5) % urls.length] ?? '');
      if (round >= 0) times.push(time);
    }
  };
  await Promise.all(Array.from({ length: clients }, work));
  return times;
}

/** The value below which so much of all values is; 0.5 is the median. */
export function quantile(values: readonly number[], part: number): number {
  const sorted = [...values].sort((first, second) => first - second);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
