import type { Report, ReportModel } from '@topodiff/report';
import { htmlLimits } from '../limits.ts';
import { modelNames } from '../reading/model-names.ts';
import { hasRow } from '../reading/model-words.ts';

/** A model and where in the file its details are. */
export interface ModelPage {
  readonly model: ReportModel;
  readonly name: string;
  /** Null where there was no room for details. */
  readonly id: string | null;
}

/** All models in the report's order; those to look at have details first when there is not room for all. */
export function modelPages(report: Report): readonly ModelPage[] {
  const names = modelNames(report);
  const inOrder = [...report.models.filter(hasRow), ...report.models.filter((model) => !hasRow(model))].slice(
    0,
    htmlLimits.details,
  );
  const detailed = new Set(inOrder);
  return report.models.map((model, index) => ({
    model,
    name: names.get(model.path) ?? model.path,
    id: detailed.has(model) ? `model-${index + 1}` : null,
  }));
}
