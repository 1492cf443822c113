import type { Report, ReportModel } from '@topodiff/report';
import { escapeMarkdown } from '../../escape/escape-markdown.ts';
import { tableCodeSpan } from '../../escape/markdown-code-span.ts';
import { textLimits } from '../../limits.ts';
import { worstImpact } from '../../reading/count-impacts.ts';
import { countSeverities, severityPhrases } from '../../reading/count-severities.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { gpuCounts, numbersPhrase } from '../../reading/gpu-counts.ts';
import { blobUrl } from '../../reading/blob-url.ts';
import { hasNewTopology, mostRelatedFiles } from '../../reading/model-words.ts';
import { quantity } from '../../reading/quantity.ts';
import { link } from '../links.ts';
import type { MarkdownOptions } from '../markdown-options.ts';

/** The table's head, for a comparison or for one side. */
export function tableHead(comparison: Report['comparison']): readonly string[] {
  return comparison === null
    ? ['| Model | Topology | GPUs declared | GPUs effective | Findings |', '|---|---|--:|--:|---|']
    : [
        '| Model | Topology | GPUs declared | GPUs effective | Impact | Findings |',
        '|---|---|--:|--:|---|---|',
      ];
}

/** One row: the model, its label, GPUs declared beside GPUs used, worst impact, number of findings. */
export function modelRow(model: ReportModel, name: string, report: Report, options: MarkdownOptions): string {
  const { declared, effective } = gpuCounts(model);
  const label = escapeMarkdown(cutEnd(model.label, textLimits.label)).trim();
  const impact = worstImpact(model.changes);
  const url = blobUrl(
    report,
    options,
    model.head === null ? { side: 'base', path: model.path } : { side: 'head', path: model.path },
  );
  const renamed =
    model.previousPath === null
      ? ''
      : ` (renamed from ${tableCodeSpan(cutMiddle(model.previousPath, textLimits.path))})`;
  return row([
    link(tableCodeSpan(cutMiddle(name, textLimits.path)), url) + renamed + throughOthers(model),
    report.comparison !== null && hasNewTopology(model) && label !== '' ? `**${label}**` : label,
    numbersPhrase(declared, report.comparison),
    numbersPhrase(effective, report.comparison),
    ...(report.comparison === null ? [] : [impact === 'breaking' ? '**breaking**' : (impact ?? '')]),
    severityPhrases(countSeverities(model.findings)).join(', '),
  ]);
}

/** Other files that change the model, when its own does not. */
function throughOthers({ status, changedRelatedFiles }: ReportModel): string {
  if (status !== 'unchanged' || changedRelatedFiles.length === 0) return '';
  const files = changedRelatedFiles
    .slice(0, mostRelatedFiles)
    .map((path) => tableCodeSpan(cutMiddle(path, textLimits.path)));
  const rest = changedRelatedFiles.length - files.length;
  const more = rest === 0 ? '' : ` and ${quantity(rest, 'more file')}`;
  return ` (through ${files.join(', ')}${more}; its own file stays)`;
}

/** What the rows above leave out, in one row, so that the columns add up to the totals. */
export function unchangedRow(models: readonly ReportModel[], { comparison, fleet }: Report): string {
  const { untouched } = fleet;
  const sum = (start: number, count: (model: ReportModel) => number) =>
    String(models.reduce((total, model) => total + count(model), start));
  const count = quantity(models.length + untouched.models, 'model');
  return row([
    comparison === null ? `${count} without findings` : `${count} without change`,
    '',
    sum(untouched.declaredGpus, (model) => gpuCounts(model).declared.head),
    sum(untouched.gpus, (model) => gpuCounts(model).effective.head),
    ...(comparison === null ? [] : ['']),
    '',
  ]);
}

function row(cells: readonly string[]): string {
  return `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`;
}
