import type { Report, ReportRange } from '@topodiff/report';
import { encodeUrlPath } from '../escape/encode-url.ts';
import { lastLine } from './last-line.ts';

/** What makes links of places. */
export interface LinkOptions {
  /** `https://github.com/owner/repository`: places become links to lines. */
  readonly repositoryUrl?: string | undefined;
  /** Commit of the links; default: the report's. */
  readonly headSha?: string | undefined;
  readonly baseSha?: string | undefined;
}

/** Where a file, or some of its lines, can be read on GitHub at one side; null when that is not known. */
export function blobUrl(
  report: Report,
  options: LinkOptions,
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

/** The page that shows what was compared; null when it is not known. */
export function compareUrl(
  { base, head }: NonNullable<Report['comparison']>,
  options: LinkOptions,
): string | null {
  const baseSha = options.baseSha ?? base.sha;
  const headSha = options.headSha ?? head.sha;
  if (options.repositoryUrl === undefined || baseSha === null || headSha === null) return null;
  const range = `${encodeUrlPath(baseSha)}...${encodeUrlPath(headSha)}`;
  return `${options.repositoryUrl.replace(/\/+$/, '')}/compare/${range}`;
}
