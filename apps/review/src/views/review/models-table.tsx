import type { ComponentChildren } from 'preact';
import type { ReportModel } from '@topodiff/report';
import { CardTable } from '../parts/card-table.tsx';
import { numbersAndDifference, numbersPhrase, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { gpuCounts } from '@topodiff/renderers';
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
  const impact = (['breaking', 'dangerous', 'non-breaking'] as const).find((one) =>
    model.changes.some((change) => change.impact === one),
  );
  return [
    <a href={href}>{shown(model.path)}</a>,
    shown(model.label),
    numbersPhrase(declared, isComparison),
    numbersAndDifference(effective, isComparison),
    ...(isComparison ? [impact === undefined ? 'none' : <StatusWord status={impact} />] : []),
    <FindingCounts model={model} />,
  ];
}

function FindingCounts({ model }: { readonly model: ReportModel }) {
  const severities = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = model.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  if (severities.length === 0) return <>none</>;
  return (
    <>
      {severities.map(({ severity, count }) => (
        <span key={severity} class="count">
          <StatusWord
            status={severity}
            word={severity === 'info' ? `${count} info` : quantity(count, severity)}
          />{' '}
        </span>
      ))}
    </>
  );
}
