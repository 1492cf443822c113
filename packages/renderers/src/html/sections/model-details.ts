import type { Report, ReportChange, ReportModel } from '@topodiff/report';
import { block, fileLine, inline, type Child, type Markup } from '../../escape/markup.ts';
import { textLimits } from '../../limits.ts';
import { assumptionClauses } from '../../reading/assumption-clauses.ts';
import { blobUrl } from '../../reading/blob-url.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { hostGpusOf } from '../../reading/host-gpus.ts';
import { changesByLayer, layerTitles } from '../../reading/layers.ts';
import { countResolved, detailsSummary, placeOfChange } from '../../reading/model-words.ts';
import { outcomePhrase } from '../../reading/outcome-phrase.ts';
import { ledger } from '../../reading/ledger.ts';
import { topologySvg } from '../../svg/render-topology-svg.ts';
import { code, link, list, message, section } from '../elements.ts';
import type { HtmlOptions } from '../html-options.ts';
import type { ModelPage } from '../model-page.ts';
import { launchPlan } from './launch-plan.ts';
import { settingsTable } from './settings-table.ts';

/** Everything about each model, folded: topology, changes by layer, settings, launch plan, the lines of the file. */
export function details(
  report: Report,
  pages: readonly ModelPage[],
  options: HtmlOptions,
): readonly Markup[] {
  const shown = pages.flatMap((page) => (page.id === null ? [] : [{ ...page, id: page.id }]));
  const rest = ledger(
    { shown: shown.length, all: pages.length },
    { noun: 'model', before: 'Details of ' },
    'the JSON report',
  );
  return section('details', 'Details', [
    ...shown.map((page) => modelDetails(page, report, options)),
    ...(rest === '' ? [] : [inline('p', { class: 'ledger' }, rest)]),
  ]);
}

function modelDetails(
  { model, name, id }: ModelPage & { readonly id: string },
  report: Report,
  options: HtmlOptions,
): Markup {
  const summary = detailsSummary(model);
  const side = model.head === null ? 'base' : 'head';
  const file = link(
    code(cutMiddle(model.path, textLimits.path)),
    blobUrl(report, options, { side, path: model.path }),
  );
  const outcome = model.head === null ? null : outcomePhrase(model.head);
  const svg = topologySvg(model, { idPrefix: id, hostGpus: hostGpusOf(report, model) });
  return block('details', {}, [
    inline(
      'summary',
      {},
      inline('h3', {}, code(cutMiddle(name, textLimits.path)), ` ${cutEnd(model.label, textLimits.label)}`),
      ...(summary === '' ? [] : [`: ${summary}`]),
    ),
    // A link to what is inside opens the details; one to the details themselves would not.
    inline('p', { id }, 'File ', file),
    ...(outcome === null ? [] : [inline('p', {}, outcome)]),
    ...(svg === null ? [] : [inline('h4', {}, 'Topology'), svg]),
    ...changeBlocks(model, report, options),
    ...settingsTable(model),
    ...launchPlan(model),
    ...resolvedBlock(model),
    ...textDiff(model),
    ...assumptionBlock(model),
  ]);
}

function changeBlocks(model: ReportModel, report: Report, options: HtmlOptions): readonly Markup[] {
  return changesByLayer(model.changes).flatMap(({ layer, changes }) => [
    inline('h4', {}, layerTitles[layer]),
    ...list(changes.map((change) => changeItem(change, model, report, options))),
  ]);
}

function changeItem(change: ReportChange, model: ReportModel, report: Report, options: HtmlOptions): Markup {
  const place = placeOfChange(change, model);
  const reason = cutEnd(change.reason, textLimits.sentence).trim();
  return inline(
    'li',
    {},
    change.impact === 'breaking' ? inline('strong', { class: 'breaking' }, 'breaking') : change.impact,
    ': ',
    ...message(change.messageParts),
    ...(place === null ? [] : [' (', link(place.words, blobUrl(report, options, place)), ')']),
    ...(change.impact === 'non-breaking' || reason === '' ? [] : [inline('br', {}), reason]),
  );
}

function resolvedBlock(model: ReportModel): readonly Markup[] {
  const rules = [...countResolved(model)].flatMap(([ruleId, count], index): readonly Child[] => [
    index === 0 ? 'Resolved: ' : ', ',
    code(cutEnd(ruleId, textLimits.name)),
    count > 1 ? ` × ${count}` : '',
  ]);
  return rules.length === 0 ? [] : [inline('p', {}, ...rules)];
}

const lineLooks: Readonly<Record<string, string>> = { '+': 'ins', '-': 'del' };

function textDiff({ textHunks }: ReportModel): readonly Markup[] {
  if (textHunks.length === 0) return [];
  const lines = textHunks.flatMap((hunk) => [
    `@@ -${hunk.baseStart},${hunk.baseLines} +${hunk.headStart},${hunk.headLines} @@`,
    ...hunk.lines,
  ]);
  const shown = lines.slice(0, textLimits.diffLines);
  return [
    inline('h4', {}, 'Lines of the file'),
    block('pre', { class: 'diff', tabindex: 0, 'aria-label': 'Lines of the file' }, [
      ...shown.map((line) => {
        const text = fileLine(cutEnd(line, textLimits.diffLine));
        const element = lineLooks[line.charAt(0)];
        return element === undefined ? text : inline(element, {}, text);
      }),
    ]),
    ...(shown.length === lines.length
      ? []
      : [inline('p', { class: 'ledger' }, `${shown.length} of ${lines.length} lines shown`)]),
  ];
}

function assumptionBlock({ head }: ReportModel): readonly Markup[] {
  const assumptions = head === null ? [] : assumptionClauses(head);
  if (assumptions.length === 0) return [];
  return [inline('p', {}, `Assumed: ${cutEnd(assumptions.join('; '), textLimits.sentence)}`)];
}
