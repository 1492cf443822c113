import type { LinkOptions } from '../reading/blob-url.ts';

/** What the HTML file needs besides the report; every field may be left out. */
export interface HtmlOptions extends LinkOptions {
  /** The run that made the report. */
  readonly runUrl?: string | undefined;
  /** A page that explains the report. */
  readonly docsUrl?: string | undefined;
}
