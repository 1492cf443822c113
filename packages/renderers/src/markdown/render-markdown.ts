import type { Report } from '@topodiff/report';
import { escapeMarkdown } from '../escape/escape-markdown.ts';
import { codeSpan } from '../escape/markdown-code-span.ts';
import { textLimits } from '../limits.ts';
import { cutEnd, cutMiddle } from '../reading/cut-text.ts';
import { isBlocking } from '../reading/is-blocking.ts';
import { reasonsToShow } from '../reading/reasons-to-show.ts';
import { quantity } from '../reading/quantity.ts';
import { fitBudget, type Reduction, type Shown } from './fit-budget.ts';
import { link } from './links.ts';
import type { MarkdownOptions } from './markdown-options.ts';
import { modelNames } from './model-names.ts';
import { findingItem } from './sections/finding-item.ts';
import { fleetLine } from './sections/fleet.ts';
import { footer } from './sections/footer.ts';
import { modelDetails } from './sections/model-details.ts';
import { hasRow, modelRow, tableHead, unchangedRow } from './sections/model-rows.ts';
import { verdict } from './verdict.ts';

/** The parts of a page that can be shown in part, each a list of whole items. */
export type MarkdownPart =
  'reasons' | 'notices' | 'rows' | 'unchanged' | 'blocking' | 'others' | 'folded' | 'details' | 'skipped';

/**
 * What gives way first when the page is over its budget: details, then findings that do not block beyond ten, then
 * what is folded, then the row of unchanged models, then rows beyond thirty; blocking findings go last.
 */
export const reductions: readonly Reduction<MarkdownPart>[] = [
  { part: 'details', keep: 0 },
  { part: 'others', keep: 10 },
  { part: 'folded', keep: 0 },
  { part: 'unchanged', keep: 0 },
  { part: 'rows', keep: 30 },
  { part: 'skipped', keep: 0 },
  { part: 'others', keep: 0 },
  { part: 'notices', keep: 0 },
  { part: 'reasons', keep: 0 },
  { part: 'blocking', keep: 10 },
  { part: 'rows', keep: 0 },
  { part: 'blocking', keep: 0 },
];

/** How the comment and the summary differ. */
export interface MarkdownSetup {
  readonly budgetBytes: number;
  /** At most so many items of a part, however much room there is. */
  readonly most: Partial<Shown<MarkdownPart>>;
}

type Items = Readonly<Record<MarkdownPart, readonly string[]>>;

/**
 * A report as GitHub Markdown of at most `budgetBytes` UTF-8 bytes.
 *
 * @throws RangeError when the budget has no room for the first line: a bug of the caller
 */
export function renderMarkdown(report: Report, options: MarkdownOptions, setup: MarkdownSetup): string {
  const items = buildItems(report, options);
  const available = mapParts(items, (part, { length }) => Math.min(length, setup.most[part] ?? length));
  const budgetBytes = options.budgetBytes ?? setup.budgetBytes;
  const page =
    fitBudget(available, reductions, budgetBytes, (shown) => layout(report, options, items, shown)) ??
    fitBudget({}, [], budgetBytes, () => join([options.marker, `### ${verdict(report)}`]));
  if (page === null) throw new RangeError(`A budget of ${budgetBytes} bytes has no room for the verdict`);
  return page;
}

function buildItems(report: Report, options: MarkdownOptions): Items {
  const names = modelNames(report);
  const nameOf = (path: string) => names.get(path) ?? path;
  const findings = report.models.flatMap((model) => model.findings.map((finding) => ({ model, finding })));
  const blocking = findings.filter(({ finding }) => isBlocking(finding, report.failOn));
  const others = findings.filter(({ finding }) => !isBlocking(finding, report.failOn));
  // On a pull request, advice and what was there before are kept out of the way.
  const isFolded = ({ finding }: (typeof findings)[number]) =>
    finding.severity === 'info' || finding.isInBase;
  const toItem = ({ model, finding }: (typeof findings)[number]) =>
    findingItem(model, finding, report, options);
  const withRow = report.models.filter(hasRow);
  const withoutRow = report.models.filter((model) => !hasRow(model));
  return {
    // The first one is the verdict's.
    reasons: reasonsToShow(report)
      .slice(1)
      .map((reason) => `- ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`),
    notices: report.notices.map(noticeItem),
    rows: withRow.map((model) => modelRow(model, nameOf(model.path), report, options)),
    unchanged:
      withRow.length === 0 || withoutRow.length === 0 ? [] : [unchangedRow(withoutRow, report.comparison)],
    blocking: blocking.map(toItem),
    others: others.filter((entry) => !isFolded(entry)).map(toItem),
    folded: others.filter(isFolded).map(toItem),
    details: report.models
      .map((model) => modelDetails(model, nameOf(model.path), report, options))
      .filter((details) => details !== null),
    skipped: report.skipped.map(
      ({ path, reason }) =>
        `- ${codeSpan(cutMiddle(path, textLimits.path))}: ${escapeMarkdown(cutEnd(reason, textLimits.sentence))}`,
    ),
  };
}

function layout(report: Report, options: MarkdownOptions, items: Items, shown: Shown<MarkdownPart>): string {
  const part = (name: MarkdownPart, noun: string) => showPart(items[name], shown[name], noun, options.runUrl);
  const total = (name: MarkdownPart) => items[name].length;
  const rows = part('rows', 'model');
  const blocking = part('blocking', 'blocking finding');
  const others = part('others', 'finding');
  const folded = part('folded', 'finding');
  const skipped = part('skipped', 'skipped file');
  const details = part('details', 'model');
  return join([
    options.marker,
    `### ${verdict(report)}`,
    report.models.length === 0 ? '' : fleetLine(report),
    list(part('reasons', 'reason')),
    list(part('notices', 'notice')),
    rows.items.length + shown.unchanged === 0
      ? ''
      : [...tableHead(report.comparison), ...rows.items, ...items.unchanged.slice(0, shown.unchanged)].join(
          '\n',
        ),
    rows.ledger,
    shown.unchanged < total('unchanged') ? 'Models without change are not shown.' : '',
    section(`**Blocking (${total('blocking')})**`, blocking),
    section(`**Not blocking (${total('others')})**`, others),
    foldedSection(`${quantity(total('folded'), 'more finding')}: advice or already in base`, folded),
    ...details.items,
    details.ledger === '' ? '' : `Details: ${details.ledger}`,
    foldedSection(quantity(total('skipped'), 'skipped file'), skipped),
    footer(report, options),
  ]);
}

interface ShownPart {
  readonly items: readonly string[];
  /** `12 of 47 models shown`, or empty when all are. */
  readonly ledger: string;
}

function showPart(
  all: readonly string[],
  count: number,
  noun: string,
  runUrl: string | undefined,
): ShownPart {
  if (count >= all.length) return { items: all, ledger: '' };
  const rest = runUrl === undefined ? '' : `, all in the ${link('job summary', runUrl)}`;
  return { items: all.slice(0, count), ledger: `${count} of ${quantity(all.length, noun)} shown${rest}` };
}

function list({ items, ledger }: ShownPart): string {
  return join([items.join('\n'), ledger], '');
}

function section(title: string, part: ShownPart): string {
  if (part.items.length === 0 && part.ledger === '') return '';
  return join([title, list(part)], '');
}

function foldedSection(title: string, part: ShownPart): string {
  if (part.items.length === 0 && part.ledger === '') return '';
  if (part.items.length === 0) return `${title}: ${part.ledger}`;
  return join([`<details><summary>${title}</summary>`, list(part), '</details>'], '');
}

function noticeItem({ severity, message, path }: Report['notices'][number]): string {
  const place = path === null ? '' : `${codeSpan(cutMiddle(path, textLimits.path))}: `;
  return `- **${severity}** ${place}${escapeMarkdown(cutEnd(message, textLimits.message))}`;
}

/** Blocks with an empty line between them. */
function join(blocks: readonly (string | undefined)[], end = '\n'): string {
  return `${blocks.filter((block) => block !== undefined && block !== '').join('\n\n')}${end}`;
}

function mapParts<Value>(
  items: Items,
  map: (part: MarkdownPart, all: readonly string[]) => Value,
): Readonly<Record<MarkdownPart, Value>> {
  return {
    reasons: map('reasons', items.reasons),
    notices: map('notices', items.notices),
    rows: map('rows', items.rows),
    unchanged: map('unchanged', items.unchanged),
    blocking: map('blocking', items.blocking),
    others: map('others', items.others),
    folded: map('folded', items.folded),
    details: map('details', items.details),
    skipped: map('skipped', items.skipped),
  };
}
