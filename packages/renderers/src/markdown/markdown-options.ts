import type { LinkOptions } from '../reading/blob-url.ts';

/** What the Markdown renderers need besides the report; every field may be left out. */
export interface MarkdownOptions extends LinkOptions {
  /** At most so many UTF-8 bytes, marker and final newline included. */
  readonly budgetBytes?: number | undefined;
  /** A hidden header (an HTML comment on one line) by which the comment is found again; written first, as it is. */
  readonly marker?: string | undefined;
  /** The run whose summary holds everything: where the reader finds what had no room here. */
  readonly runUrl?: string | undefined;
  /** A page that explains the comment. */
  readonly docsUrl?: string | undefined;
}
