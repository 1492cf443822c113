import { limits } from '../limits.ts';
import type { Renderer } from '../renderer.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderMarkdown } from './render-markdown.ts';

/** More than this nobody reads in a conversation, however much room there is. */
const most = { rows: 50, blocking: 50, others: 10, details: 30, skipped: 50, notices: 20 } as const;

/** The comment on a pull request: verdict first, then what changes, then what blocks; details folded. */
export const markdownComment: Renderer<MarkdownOptions> = {
  id: 'markdown',
  mediaType: 'text/markdown',
  render: (report, options) =>
    renderMarkdown(report, options, { budgetBytes: limits.commentBytes, most, isSummary: false }),
};
