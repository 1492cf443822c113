import { createHash } from 'node:crypto';

/** Hands out the ids of one page, so that none stands on it twice: permalinks need exactly one place to lead to. */
export interface PageIds {
  /** Of the wanted id, with characters that are safe in an address; a second one gets `-2`. */
  take(wanted: string): string;
}

/** The ids of a page on which nothing stands yet. */
export function makePageIds(): PageIds {
  const counts = new Map<string, number>();
  return {
    take(wanted) {
      const safe = wanted.replace(/[^\w-]/g, '-').slice(0, 80);
      const count = (counts.get(safe) ?? 0) + 1;
      counts.set(safe, count);
      return count === 1 ? safe : `${safe}-${count}`;
    },
  };
}

/** A short id that a path always gets. */
export function pathHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 16);
}
