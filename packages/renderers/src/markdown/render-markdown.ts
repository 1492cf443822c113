import type { Report } from '@topodiff/report';
import { quantity } from '../reading/quantity.ts';
import { foldedSection, joinBlocks, list, section, showPart, type ShownPart } from './blocks.ts';
import { buildItems, type MarkdownItems } from './build-items.ts';
import { fitBudget, type Shown } from './fit-budget.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { reductions, type MarkdownPart } from './markdown-part.ts';
import { fleetLine } from './sections/fleet.ts';
import { fleetTableHead } from './sections/budgets.ts';
import { footer } from './sections/footer.ts';
import { tableHead } from './sections/model-rows.ts';
import { verdict } from './verdict.ts';
import { pendingApprovals } from '../reading/approvals.ts';

/** How the comment and the summary differ. */
export interface MarkdownSetup {
  readonly budgetBytes: number;
  /** At most so many items of a part, however much room there is. */
  readonly most: Partial<Shown<MarkdownPart>>;
}

/**
 * A report as GitHub Markdown of at most `budgetBytes` UTF-8 bytes.
 *
 * @throws RangeError when the budget has no room for the marker and the first line: a bug of the caller
 */
export function renderMarkdown(report: Report, options: MarkdownOptions, setup: MarkdownSetup): string {
  const items = buildItems(report, options);
  const budgetBytes = options.budgetBytes ?? setup.budgetBytes;
  const page =
    fitBudget(firstChoice(items, setup.most), reductions, budgetBytes, (shown) =>
      layOut(report, options, items, shown),
    ) ?? fitBudget({}, [], budgetBytes, () => `${joinBlocks([options.marker, `### ${verdict(report)}`])}\n`);
  if (page === null) throw new RangeError(`A budget of ${budgetBytes} bytes has no room for the verdict`);
  return page;
}

function firstChoice(items: MarkdownItems, most: MarkdownSetup['most']): Shown<MarkdownPart> {
  const upTo = (part: MarkdownPart) => Math.min(items[part].length, most[part] ?? Infinity);
  return {
    reasons: upTo('reasons'),
    budgets: upTo('budgets'),
    notices: upTo('notices'),
    rows: upTo('rows'),
    unchanged: upTo('unchanged'),
    approvals: upTo('approvals'),
    approvalNotes: upTo('approvalNotes'),
    blocking: upTo('blocking'),
    others: upTo('others'),
    accepted: upTo('accepted'),
    folded: upTo('folded'),
    fleet: upTo('fleet'),
    details: upTo('details'),
    skipped: upTo('skipped'),
  };
}

function layOut(
  report: Report,
  options: MarkdownOptions,
  items: MarkdownItems,
  shown: Shown<MarkdownPart>,
): string {
  const { runUrl } = options;
  const part = (name: MarkdownPart, noun: string) => showPart(items[name], shown[name], { noun, runUrl });
  const rows = part('rows', 'model');
  const unchanged = items.unchanged.slice(0, shown.unchanged);
  const details = showPart(items.details, shown.details, { noun: 'model', before: 'Details of ', runUrl });
  const blocks = [
    options.marker,
    `### ${verdict(report)}`,
    report.models.length + report.fleet.untouched.models === 0 ? '' : fleetLine(report),
    list(part('budgets', 'budget')),
    list(part('reasons', 'reason')),
    list(part('notices', 'notice')),
    rows.items.length + unchanged.length === 0
      ? ''
      : [...tableHead(report.comparison), ...rows.items, ...unchanged].join('\n'),
    rows.ledger,
    unchanged.length < items.unchanged.length ? 'Models without change are not shown.' : '',
    section(approvalTitle(report), part('approvals', 'change')),
    list(part('approvalNotes', 'remark')),
    section(`Blocking (${items.blocking.length})`, part('blocking', 'blocking finding')),
    section(`Not blocking (${items.others.length})`, part('others', 'finding')),
    foldedSection(
      `${quantity(items.folded.length, 'further finding')}: advice, or already in base`,
      part('folded', 'further finding'),
    ),
    foldedSection(quantity(items.accepted.length, 'accepted finding'), part('accepted', 'accepted finding')),
    fleetTable(part('fleet', 'pool and budget')),
    ...details.items,
    details.ledger,
    foldedSection(quantity(items.skipped.length, 'skipped file'), part('skipped', 'skipped file')),
    footer(report, options),
  ];
  return `${joinBlocks(blocks)}\n`;
}

function approvalTitle(report: Report): string {
  const pending = pendingApprovals(report).length;
  return pending === 0
    ? `Approved (${report.approvals?.required.length ?? 0})`
    : `Approval needed (${pending} of ${report.approvals?.required.length ?? 0})`;
}

function fleetTable({ items, ledger }: ShownPart): string {
  if (items.length === 0) return ledger;
  return joinBlocks([
    '<details><summary>GPUs by pool and budget</summary>',
    [...fleetTableHead, ...items].join('\n'),
    ledger,
    '</details>',
  ]);
}
