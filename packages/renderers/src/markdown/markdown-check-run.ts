import { limits } from '../limits.ts';
import type { Renderer } from '../renderer.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { renderMarkdown } from './render-markdown.ts';

/** The summary of a check run: the comment's parts, as many as GitHub takes. */
export const markdownCheckRun: Renderer<MarkdownOptions> = {
  id: 'markdown-check-run',
  mediaType: 'text/markdown',
  render: (report, options) =>
    renderMarkdown(report, options, { budgetBytes: limits.checkSummaryBytes, most: {}, isSummary: false }),
};
