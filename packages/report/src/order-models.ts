import { severities } from '@topodiff/rules';
import type { ReportModel } from './report.ts';

/** Worst first: models with errors, then warnings, then changed ones, then the rest; by path within. */
export function orderModels(models: readonly ReportModel[]): ReportModel[] {
  return models
    .map((model) => ({ model, rank: rankOf(model) }))
    .sort((first, second) => first.rank - second.rank || compareText(first.model.path, second.model.path))
    .map(({ model }) => model);
}

function rankOf({ findings, changes, status }: ReportModel): number {
  const worst = severities.findIndex(
    (severity) => severity !== 'info' && findings.some((finding) => finding.severity === severity),
  );
  if (worst >= 0) return worst;
  return changes.length > 0 || status === 'added' || status === 'removed'
    ? severities.length
    : severities.length + 1;
}

/** By code units: the same on every machine, whatever its language. */
function compareText(first: string, second: string): number {
  if (first === second) return 0;
  return first < second ? -1 : 1;
}
