import type { Report, ReportRange } from '@topodiff/report';
import { encodeUrlPath, linkDestination } from '../escape/encode-url.ts';
import { lastLine } from '../reading/last-line.ts';
import type { MarkdownOptions } from './markdown-options.ts';

/** A Markdown link around inline Markdown that is escaped already; the text alone when there is no URL to go to. */
export function link(markdown: string, url: string | null): string {
  const destination = url === null ? null : linkDestination(url);
  return destination === null ? markdown : `[${markdown}](${destination})`;
}

/** Where a file, or some of its lines, can be read on GitHub at one side; null when that is not known. */
export function blobUrl(
  report: Report,
  options: MarkdownOptions,
  place: { readonly side: 'base' | 'head'; readonly path: string; readonly range?: ReportRange },
): string | null {
  const sha =
    place.side === 'head'
      ? (options.headSha ?? report.comparison?.head.sha)
      : (options.baseSha ?? report.comparison?.base.sha);
  if (options.repositoryUrl === undefined || sha === undefined || sha === null) return null;
  const file = `${options.repositoryUrl.replace(/\/+$/, '')}/blob/${encodeUrlPath(sha)}/${encodeUrlPath(place.path)}`;
  if (place.range === undefined) return file;
  const first = place.range.start.line;
  const last = lastLine(place.range);
  return `${file}#L${first}${last > first ? `-L${last}` : ''}`;
}
