import type { Renderer } from '../renderer.ts';
import { acceptedLines, withoutAccepted } from './accepted-lines.ts';
import { approvalLines } from './approval-lines.ts';
import { closingLines } from './closing-lines.ts';
import { findCommonAdvice, withoutAdvice } from './common-advice.ts';
import { commonAdviceLines } from './common-advice-lines.ts';
import { conclusionLines } from './conclusion-lines.ts';
import { alignColumns } from './layout/align-columns.ts';
import { headlineCells, modelBlocks } from './model-lines.ts';
import { poolLines } from './pool-lines.ts';
import { textSetup, type TextOptions } from './text-options.ts';

/** The report for people at a terminal: models worst first, then totals, then the conclusion as the last thing read. */
export const text: Renderer<TextOptions> = {
  id: 'text',
  mediaType: 'text/plain',
  render(report, options) {
    const setup = textSetup(options);
    const open = { ...report, models: report.models.map(withoutAccepted) };
    const common = findCommonAdvice(open);
    const models = open.models.map((model) => ({
      headline: headlineCells(model, report.comparison, setup),
      blocks: modelBlocks(withoutAdvice(model, common), setup),
    }));
    const quiet = models.filter((model) => model.blocks.length === 0);
    const paragraphs = [
      ...models
        .filter((model) => model.blocks.length > 0)
        .flatMap((model) => [alignColumns([model.headline]), ...model.blocks]),
      alignColumns(quiet.map((model) => model.headline)),
      commonAdviceLines(common, report, setup),
      acceptedLines(report, setup),
      approvalLines(report, setup),
      poolLines(report, setup),
      closingLines(report, setup),
      conclusionLines(report, setup),
    ];
    return `${paragraphs
      .filter((lines) => lines.length > 0)
      .map((lines) => lines.join('\n'))
      .join('\n\n')}\n`;
  },
};
