import type { Report } from '@topodiff/report';
import { limits } from '../limits.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { joinBlocks } from './blocks.ts';
import { buildItems } from './build-items.ts';
import { fitBudget, type Shown } from './fit-budget.ts';
import { link } from './links.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { forEachPart, reductions, type MarkdownPart } from './markdown-part.ts';
import { measureItems, type ItemSizes, type MeasuredItems } from './measure-items.ts';
import { preparePage } from './page.ts';
import { verdict } from './verdict.ts';

/** How the pages differ. */
export interface MarkdownSetup {
  readonly budgetBytes: number;
  /** At most so many items of a part, however much room there is. */
  readonly most: Partial<Shown<MarkdownPart>>;
  /** This page is the job summary: what it leaves out is nowhere but in the JSON report. */
  readonly isSummary: boolean;
}

/**
 * A report as GitHub Markdown of at most `budgetBytes` UTF-8 bytes.
 *
 * @throws RangeError when the budget has no room for the marker and the first line: a bug of the caller
 */
export function renderMarkdown(report: Report, options: MarkdownOptions, setup: MarkdownSetup): string {
  const items = buildItems(report, options);
  const budgetBytes = options.budgetBytes ?? setup.budgetBytes;
  const measured = { items, sizes: measureItems(items) };
  const placeOf = setup.isSummary ? () => jsonReport : findPlaces(report, measured, options);
  const page = preparePage(report, measured, options, placeOf);
  const shown = fitBudget(firstChoice(measured.sizes, setup.most), reductions, budgetBytes, page.measure);
  if (shown !== null) return page.write(shown);
  const verdictAlone = `${joinBlocks([options.marker, `### ${verdict(report)}`])}\n`;
  if (utf8Bytes(verdictAlone) <= budgetBytes) return verdictAlone;
  throw new RangeError(`A budget of ${budgetBytes} bytes has no room for the verdict`);
}

function firstChoice({ counts }: ItemSizes, most: MarkdownSetup['most']): Shown<MarkdownPart> {
  return forEachPart((part) => Math.min(counts[part], most[part] ?? Infinity));
}

const jsonReport = 'the JSON report';

/** Where all items of a part are: in the summary of the run, when there is one and it has room for them. */
function findPlaces(
  report: Report,
  measured: MeasuredItems,
  options: MarkdownOptions,
): (part: MarkdownPart) => string {
  const { runUrl } = options;
  if (runUrl === undefined) return () => jsonReport;
  const summary = preparePage(report, measured, { ...options, marker: undefined }, () => jsonReport);
  const inSummary = fitBudget(
    measured.sizes.counts,
    reductions,
    limits.summaryBytes - limits.summaryReserveBytes,
    summary.measure,
  );
  const summaryLink = `the ${link('job summary', runUrl)}`;
  return (part) => (inSummary?.[part] === measured.sizes.counts[part] ? summaryLink : jsonReport);
}
