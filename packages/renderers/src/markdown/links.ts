import { linkDestination } from '../escape/encode-url.ts';

/** A Markdown link around inline Markdown that is escaped already; the text alone when there is no URL to go to. */
export function link(markdown: string, url: string | null): string {
  const destination = url === null ? null : linkDestination(url);
  return destination === null ? markdown : `[${markdown}](${destination})`;
}
