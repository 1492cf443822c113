import type { ReportModel } from '@topodiff/report';
import { differencePhrase, numbersPhrase, quantity } from '../parts/numbers.ts';
import { shown } from '../parts/shown.ts';
import { StatusWord } from '../parts/status-word.tsx';
import { TableRegion } from '../parts/table-region.tsx';
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
  return (
    <TableRegion label="Models in short">
      <table>
        <caption class="unseen">Models in short</caption>
        <thead>
          <tr>
            <th scope="col">Model</th>
            <th scope="col">Topology</th>
            <th scope="col" class="number">
              GPUs declared
            </th>
            <th scope="col" class="number">
              GPUs effective
            </th>
            {isComparison ? <th scope="col">Worst change</th> : null}
            <th scope="col">Findings</th>
          </tr>
        </thead>
        <tbody>
          {models.map(({ model, anchors }) => (
            <ModelRow key={anchors.id} model={model} href={`#${anchors.id}`} isComparison={isComparison} />
          ))}
          {report.fleet.untouched.models === 0 ? null : (
            <tr>
              <th scope="row">{quantity(report.fleet.untouched.models, 'model')} without change</th>
              <td></td>
              <td class="number">{report.fleet.untouched.declaredGpus}</td>
              <td class="number">{report.fleet.untouched.gpus}</td>
              {isComparison ? <td></td> : null}
              <td></td>
            </tr>
          )}
        </tbody>
      </table>
    </TableRegion>
  );
}

function ModelRow({
  model,
  href,
  isComparison,
}: {
  readonly model: ReportModel;
  readonly href: string;
  readonly isComparison: boolean;
}) {
  const { declared, effective } = gpuCounts(model);
  const difference = differencePhrase(effective, isComparison);
  const impact = (['breaking', 'dangerous', 'non-breaking'] as const).find((one) =>
    model.changes.some((change) => change.impact === one),
  );
  const severities = (['error', 'warning', 'info'] as const).flatMap((severity) => {
    const count = model.findings.filter((finding) => finding.severity === severity).length;
    return count === 0 ? [] : [{ severity, count }];
  });
  return (
    <tr>
      <th scope="row">
        <a href={href}>{shown(model.path)}</a>
      </th>
      <td>{shown(model.label)}</td>
      <td class="number">{numbersPhrase(declared, isComparison)}</td>
      <td class="number">
        {numbersPhrase(effective, isComparison)}
        {difference === null ? '' : ` (${difference})`}
      </td>
      {isComparison ? <td>{impact === undefined ? 'none' : <StatusWord status={impact} />}</td> : null}
      <td>
        {severities.length === 0
          ? 'none'
          : severities.map(({ severity, count }) => (
              <span key={severity} class="count">
                <StatusWord
                  status={severity}
                  word={severity === 'info' ? `${count} info` : quantity(count, severity)}
                />{' '}
              </span>
            ))}
      </td>
    </tr>
  );
}
