import { limits } from '../limits.ts';
import type { Renderer } from '../renderer.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The job summary: the comment's parts, all of them, up to what GitHub uploads. */
export const markdownSummary: Renderer<MarkdownOptions> = {
  id: 'markdown-summary',
  mediaType: 'text/markdown',
  render: (report, options) =>
    renderMarkdown(report, options, { budgetBytes: limits.summaryBytes, most: {}, isSummary: true }),
};
