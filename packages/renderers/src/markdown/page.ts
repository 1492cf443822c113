import type { Report } from '@topodiff/report';
import { approvalTitle } from '../reading/approvals.ts';
import { findingGroupTitles } from '../reading/group-findings.ts';
import { ledger } from '../reading/ledger.ts';
import { countWithoutRow } from '../reading/model-words.ts';
import { quantity } from '../reading/quantity.ts';
import { utf8Bytes } from '../reading/utf8-bytes.ts';
import { foldedSection, joinBlocks, list, section, type ShownPart } from './blocks.ts';
import type { Shown } from './fit-budget.ts';
import type { MeasuredItems } from './measure-items.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { partWords, type MarkdownPart } from './markdown-part.ts';
import { fleetTableHead } from './sections/budgets.ts';
import { fleetLine } from './sections/fleet.ts';
import { footer } from './sections/footer.ts';
import { tableHead } from './sections/model-rows.ts';
import { verdict } from './verdict.ts';

/** A page of which only the numbers of items are open. */
export interface MarkdownPage {
  /** UTF-8 bytes of what `write` would give; costs the same however many items there are. */
  readonly measure: (shown: Shown<MarkdownPart>) => number;
  readonly write: (shown: Shown<MarkdownPart>) => string;
}

/** What is to be shown of each part, and the texts that are there whatever is shown. */
interface PageContent {
  readonly report: Report;
  readonly fixed: Readonly<Record<'marker' | 'verdict' | 'fleet' | 'approvals' | 'footer', string>>;
  readonly withoutRow: number;
  readonly counts: Shown<MarkdownPart>;
  readonly placeOf: (part: MarkdownPart) => string;
}

/**
 * Everything about a page that does not depend on how much of it is shown, done once.
 *
 * @param placeOf where all items of a part are, for a reader of a page that shows some: `the job summary`
 */
export function preparePage(
  report: Report,
  { items, sizes }: MeasuredItems,
  options: MarkdownOptions,
  placeOf: (part: MarkdownPart) => string,
): MarkdownPage {
  const content: PageContent = {
    report,
    fixed: {
      marker: options.marker ?? '',
      verdict: `### ${verdict(report)}`,
      fleet: report.models.length + report.fleet.untouched.models === 0 ? '' : fleetLine(report),
      approvals: approvalTitle(report),
      footer: footer(report, options),
    },
    withoutRow: countWithoutRow(report),
    counts: sizes.counts,
    placeOf,
  };
  return {
    measure: (shown) => {
      // Items of a part stand in one piece, so one placeholder can hold the place of all of them.
      const outline = layOut(content, shown, (part) => (shown[part] === 0 ? [] : ['-']));
      return utf8Bytes(outline) + sizes.beyondPlaceholders(shown);
    },
    write: (shown) => layOut(content, shown, (part) => items[part].slice(0, shown[part])),
  };
}

function layOut(
  { report, fixed, withoutRow, counts, placeOf }: PageContent,
  shown: Shown<MarkdownPart>,
  itemsOf: (part: MarkdownPart) => readonly string[],
): string {
  const part = (name: MarkdownPart): ShownPart => ({
    items: itemsOf(name),
    ledger: ledger({ shown: shown[name], all: counts[name] }, partWords[name], placeOf(name)),
  });
  const rows = part('rows');
  const unchanged = itemsOf('unchanged');
  const details = part('details');
  const blocks = [
    fixed.marker,
    fixed.verdict,
    fixed.fleet,
    list(part('budgets')),
    list(part('reasons')),
    list(part('notices')),
    rows.items.length + unchanged.length === 0
      ? ''
      : [...tableHead(report.comparison), ...rows.items, ...unchanged].join('\n'),
    rows.ledger,
    shown.unchanged < counts.unchanged
      ? ledger({ shown: 0, all: withoutRow }, partWords.unchanged, placeOf('unchanged'))
      : '',
    section(fixed.approvals, part('approvals')),
    list(part('approvalNotes')),
    section(findingGroupTitles.blocking(counts.blocking), part('blocking')),
    section(findingGroupTitles.others(counts.others), part('others')),
    foldedSection(findingGroupTitles.folded(counts.folded), part('folded')),
    foldedSection(findingGroupTitles.accepted(counts.accepted), part('accepted')),
    foldedSection('GPUs by pool and budget', part('fleet'), (items) =>
      [...fleetTableHead, ...items].join('\n'),
    ),
    ...details.items,
    details.ledger,
    foldedSection(quantity(counts.skipped, 'skipped file'), part('skipped')),
    fixed.footer,
  ];
  return `${joinBlocks(blocks)}\n`;
}
