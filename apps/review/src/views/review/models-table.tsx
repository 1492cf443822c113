import type { ComponentChildren } from 'preact';
import { countSeverities, gpuCounts, worstImpact } from '@topodiff/renderers';
import type { ReportModel } from '@topodiff/report';
import { CardTable } from '../parts/card-table.tsx';
import { numbersAndDifference, numbersPhrase, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import type { ModelAnchors } from './model-anchors.ts';
import type { ReportContext } from './report-context.ts';

/** All models in short, each leading to its section. */
export function ModelsTable({
  models,
  context: { isComparison, report },
}: {
  readonly models: readonly { readonly model: ReportModel; readonly anchors: ModelAnchors }[];
  readonly context: ReportContext;
}) {
  const { untouched } = report.fleet;
  return (
    <CardTable
      caption="Models in short"
      columns={[
        { name: 'Model' },
        { name: 'Topology' },
        { name: 'GPUs declared', isNumber: true },
        { name: 'GPUs effective', isNumber: true },
        ...(isComparison ? [{ name: 'Worst change' }] : []),
        { name: 'Findings' },
      ]}
      rows={[
        ...models.map(({ model, anchors }) => ({
          key: anchors.id,
          cells: modelCells(model, `#${anchors.id}`, isComparison),
        })),
        ...(untouched.models === 0
          ? []
          : [
              {
                key: 'untouched',
                cells: [
                  `${quantity(untouched.models, 'model')} without change`,
                  'the same',
                  untouched.declaredGpus,
                  untouched.gpus,
                  ...(isComparison ? ['none'] : []),
                  'not looked at',
                ],
              },
            ]),
      ]}
    />
  );
}

function modelCells(model: ReportModel, href: string, isComparison: boolean): readonly ComponentChildren[] {
  const { declared, effective } = gpuCounts(model);
  const impact = worstImpact(model.changes);
  return [
    <a href={href}>{shown(model.path)}</a>,
    shown(model.label),
    numbersPhrase(declared, isComparison),
    numbersAndDifference(effective, isComparison),
    ...(isComparison ? [impact === null ? 'none' : <StatusWord status={impact} />] : []),
    <FindingCounts model={model} />,
  ];
}

function FindingCounts({ model }: { readonly model: ReportModel }) {
  if (model.findings.length === 0) return <>none</>;
  const counts = countSeverities(model.findings);
  const severities = (['error', 'warning', 'info'] as const).filter((severity) => counts[severity] > 0);
  return (
    <>
      {severities.map((severity) => (
        <span key={severity} class="count">
          <StatusWord
            status={severity}
            word={severity === 'info' ? `${counts.info} info` : quantity(counts[severity], severity)}
          />{' '}
        </span>
      ))}
    </>
  );
}
