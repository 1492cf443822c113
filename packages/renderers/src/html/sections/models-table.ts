import type { Report, ReportModel } from '@topodiff/report';
import { inline, type Child, type Markup } from '../../escape/markup.ts';
import { htmlLimits, textLimits } from '../../limits.ts';
import { worstImpact } from '../../reading/count-impacts.ts';
import { countSeverities, severityPhrases } from '../../reading/count-severities.ts';
import { cutEnd, cutMiddle } from '../../reading/cut-text.ts';
import { gpuCounts, numbersPhrase } from '../../reading/gpu-counts.ts';
import { countWithoutRow, hasNewTopology, hasRow, mostRelatedFiles } from '../../reading/model-words.ts';
import { quantity } from '../../reading/quantity.ts';
import { code, section, table, upTo } from '../elements.ts';
import type { ModelPage } from '../model-page.ts';

/** The models to look at, one row each, and the others in one row, so that the columns add up to the totals. */
export function modelsTable(report: Report, pages: readonly ModelPage[]): readonly Markup[] {
  const withRow = pages.filter(({ model }) => hasRow(model));
  if (withRow.length === 0) return [];
  const { shown, rest } = upTo(withRow, htmlLimits.rows, { noun: 'model' });
  const columns = [
    { title: 'Model' },
    { title: 'Topology' },
    { title: 'GPUs declared', isNumber: true },
    { title: 'GPUs effective', isNumber: true },
    ...(report.comparison === null ? [] : [{ title: 'Impact' }]),
    { title: 'Findings' },
  ];
  const rows = [...shown.map((page) => modelRow(page, report)), ...unchangedRow(report)];
  return section('models', 'Models', [table('Models', columns, rows), ...rest]);
}

function modelRow({ model, name, id }: ModelPage, { comparison }: Report): readonly Child[] {
  const { declared, effective } = gpuCounts(model);
  const label = cutEnd(model.label, textLimits.label);
  const impact = worstImpact(model.changes);
  const shownName = code(cutMiddle(name, textLimits.path));
  return [
    inline(
      'span',
      {},
      // Within the file: the lines on GitHub are linked where they are shown.
      id === null ? shownName : inline('a', { href: `#${id}` }, shownName),
      ...renamedFrom(model),
      ...throughOthers(model),
    ),
    comparison !== null && hasNewTopology(model) ? inline('strong', {}, label) : label,
    numbersPhrase(declared, comparison),
    numbersPhrase(effective, comparison),
    ...(comparison === null ? [] : [impactCell(impact)]),
    severityPhrases(countSeverities(model.findings)).join(', '),
  ];
}

function impactCell(impact: ReturnType<typeof worstImpact>): Child {
  return impact === 'breaking' ? inline('strong', { class: 'breaking' }, impact) : (impact ?? '');
}

function renamedFrom({ previousPath }: ReportModel): readonly Child[] {
  return previousPath === null
    ? []
    : [' (renamed from ', code(cutMiddle(previousPath, textLimits.path)), ')'];
}

/** Other files that change the model, when its own does not. */
function throughOthers({ status, changedRelatedFiles }: ReportModel): readonly Child[] {
  if (status !== 'unchanged' || changedRelatedFiles.length === 0) return [];
  const files = changedRelatedFiles
    .slice(0, mostRelatedFiles)
    .flatMap((path, index): readonly Child[] => [
      ...(index === 0 ? [] : [', ']),
      code(cutMiddle(path, textLimits.path)),
    ]);
  const rest = changedRelatedFiles.length - Math.min(changedRelatedFiles.length, mostRelatedFiles);
  return [
    ' (through ',
    ...files,
    `${rest === 0 ? '' : ` and ${quantity(rest, 'more file')}`}; its own file stays)`,
  ];
}

function unchangedRow(report: Report): readonly (readonly Child[])[] {
  const { comparison, fleet, models } = report;
  const count = countWithoutRow(report);
  if (count === 0) return [];
  const others = models.filter((model) => !hasRow(model));
  const sum = (start: number, kind: 'declared' | 'effective') =>
    String(others.reduce((total, model) => total + gpuCounts(model)[kind].head, start));
  return [
    [
      `${quantity(count, 'model')} ${comparison === null ? 'without findings' : 'without change'}`,
      '',
      sum(fleet.untouched.declaredGpus, 'declared'),
      sum(fleet.untouched.gpus, 'effective'),
      ...(comparison === null ? [] : ['']),
      '',
    ],
  ];
}
