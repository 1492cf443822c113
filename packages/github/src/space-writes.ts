import type { GithubClient } from './github-client.ts';

/** GitHub asks for at least a second between two requests that write. */
export const pauseBetweenWritesMs = 1_000;

/** A client whose writes are sent one after the other, each at least `pauseMs` after the one before. Reads are not held up. */
export function spaceWrites(
  client: GithubClient,
  now: () => number,
  pauseMs: number = pauseBetweenWritesMs,
): GithubClient {
  let lastWriteAt = -Infinity;
  let queue: Promise<unknown> = Promise.resolve();
  const write: GithubClient['request'] = async (route, params) => {
    const wait = lastWriteAt + pauseMs - now();
    if (wait > 0) await client.sleep(wait);
    lastWriteAt = now();
    return client.request(route, params);
  };
  return {
    ...client,
    request: (route, params) => {
      if (route.startsWith('GET ')) return client.request(route, params);
      const sent = queue.then(() => write(route, params));
      queue = sent.catch(() => undefined);
      return sent;
    },
  };
}
