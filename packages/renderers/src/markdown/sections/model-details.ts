import type { Report, ReportChange, ReportModel, ReportModelSide } from '@topodiff/report';
import { escapeHtml } from '../../escape/escape-html.ts';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { codeSpan, tableCodeSpan } from '../../escape/markdown-code-span.ts';
import { fencedBlock } from '../../escape/markdown-fence.ts';
import { textLimits } from '../../limits.ts';
import { assumptionClauses } from '../../reading/assumption-clauses.ts';
import { blobUrl } from '../../reading/blob-url.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { isChanged } from '../../reading/is-changed.ts';
import { changesByLayer, layerTitles } from '../../reading/layers.ts';
import { countResolved, detailsSummary, placeOfChange } from '../../reading/model-words.ts';
import { outcomePhrase } from '../../reading/outcome-phrase.ts';
import { effectiveText, originPhrase, settingsNotAsWritten } from '../../reading/settings.ts';
import { link } from '../links.ts';
import type { MarkdownOptions } from '../markdown-options.ts';
import { messageMarkdown } from '../message-markdown.ts';

/** Everything about one model, folded: changes by layer, settings not taken as written, the lines of the file. */
export function modelDetails(
  model: ReportModel,
  name: string,
  report: Report,
  options: MarkdownOptions,
): string | null {
  const settings = model.head === null ? [] : settingsNotAsWritten(model.head);
  const blocks = [
    ...outcomeBlock(model.head),
    ...changesByLayer(model.changes).map(({ layer, changes }) =>
      [
        `**${layerTitles[layer]}**\n`,
        ...changes.map((change) => changeItem(change, model, report, options)),
      ].join('\n'),
    ),
    ...(settings.length === 0 ? [] : [settingsTable(settings)]),
    ...resolvedBlock(model),
    ...(model.textHunks.length === 0 || !isChanged(model) ? [] : [textDiff(model)]),
    ...assumptionBlock(model.head),
  ];
  if (blocks.length === 0) return null;
  const summary = detailsSummary(model);
  return [
    `<details><summary><code>${escapeHtml(cutMiddle(name, textLimits.path))}</code>${summary === '' ? '' : `: ${summary}`}</summary>`,
    ...blocks,
    '</details>',
  ].join('\n\n');
}

function outcomeBlock(side: ReportModelSide | null): readonly string[] {
  const phrase = side === null ? null : outcomePhrase(side);
  return phrase === null ? [] : [phrase];
}

function changeItem(
  change: ReportChange,
  model: ReportModel,
  report: Report,
  options: MarkdownOptions,
): string {
  const place = changePlace(change, model, report, options);
  const reason = escapeMarkdown(cutEnd(change.reason, textLimits.sentence)).trim();
  const why = change.impact === 'non-breaking' || reason === '' ? '' : `\\\n  ${reason}`;
  const impact = change.impact === 'breaking' ? '**breaking**' : change.impact;
  return `- ${impact}: ${messageMarkdown(change.messageParts)}${place}${why}`;
}

function changePlace(
  change: ReportChange,
  model: ReportModel,
  report: Report,
  options: MarkdownOptions,
): string {
  const place = placeOfChange(change, model);
  return place === null ? '' : ` (${link(place.words, blobUrl(report, options, place))})`;
}

function settingsTable(settings: ReturnType<typeof settingsNotAsWritten>): string {
  const cell = (value: string | null) =>
    value === null ? '–' : tableCodeSpan(cutEnd(value, textLimits.value));
  return [
    '| Setting | Declared | Effective | Why |',
    '|---|---|---|---|',
    ...settings.map(
      (setting) =>
        `| ${tableCodeSpan(cutMiddle(setting.key, textLimits.name))} | ${cell(setting.declared)} | ${cell(effectiveText(setting))} | ${escapeMarkdown(originPhrase(setting))} |`,
    ),
  ].join('\n');
}

function resolvedBlock(model: ReportModel): readonly string[] {
  if (model.resolvedFindings.length === 0) return [];
  const rules = [...countResolved(model)].map(
    ([ruleId, count]) => codeSpan(cutEnd(ruleId, textLimits.name)) + (count > 1 ? ` × ${count}` : ''),
  );
  return [`Resolved: ${rules.join(', ')}`];
}

function textDiff({ textHunks }: ReportModel): string {
  const lines = textHunks.flatMap((hunk) => [
    `@@ -${hunk.baseStart},${hunk.baseLines} +${hunk.headStart},${hunk.headLines} @@`,
    ...hunk.lines,
  ]);
  const shown = lines.slice(0, textLimits.diffLines).map((line) => cutEnd(line, textLimits.diffLine));
  const rest = lines.length - shown.length;
  const block = fencedBlock(shown, 'diff');
  return rest === 0 ? block : `${block}\n\n${shown.length} of ${lines.length} lines shown`;
}

function assumptionBlock(side: ReportModelSide | null): readonly string[] {
  const assumptions = side === null ? [] : assumptionClauses(side);
  if (assumptions.length === 0) return [];
  return [`Assumed: ${escapeMarkdown(cutEnd(assumptions.join('; '), textLimits.sentence))}`];
}
