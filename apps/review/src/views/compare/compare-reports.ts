import type { Report, ReportFinding, ReportModel } from '@topodiff/report';
import { gpuCounts } from '@topodiff/renderers';

/** What changed for one model between two reports of the same pull request. */
export interface ModelDifference {
  readonly path: string;
  /** Null: the report does not list the model. */
  readonly label: { readonly from: string | null; readonly to: string | null };
  /** Effective GPUs at head. */
  readonly gpus: { readonly base: number; readonly head: number };
  readonly added: readonly ReportFinding[];
  readonly resolved: readonly ReportFinding[];
}

/** The models that differ between two reports, in the order of the later one; those that only the earlier has come last. */
export function compareReports(from: Report, to: Report): readonly ModelDifference[] {
  const earlier = new Map(from.models.map((model) => [model.path, model]));
  const later = new Set(to.models.map(({ path }) => path));
  const pairs = [
    ...to.models.map((model) => ({ path: model.path, from: earlier.get(model.path) ?? null, to: model })),
    ...from.models
      .filter(({ path }) => !later.has(path))
      .map((model) => ({ path: model.path, from: model, to: null })),
  ];
  return pairs.map(differenceOf).filter(isDifferent);
}

function differenceOf({
  path,
  from,
  to,
}: {
  readonly path: string;
  readonly from: ReportModel | null;
  readonly to: ReportModel | null;
}): ModelDifference {
  return {
    path,
    label: { from: from?.label ?? null, to: to?.label ?? null },
    gpus: {
      base: from === null ? 0 : gpuCounts(from).effective.head,
      head: to === null ? 0 : gpuCounts(to).effective.head,
    },
    added: without(to?.findings ?? [], from?.findings ?? []),
    resolved: without(from?.findings ?? [], to?.findings ?? []),
  };
}

function without(
  findings: readonly ReportFinding[],
  others: readonly ReportFinding[],
): readonly ReportFinding[] {
  const known = new Set(others.map(({ fingerprint }) => fingerprint));
  return findings.filter(({ fingerprint }) => !known.has(fingerprint));
}

function isDifferent({ label, gpus, added, resolved }: ModelDifference): boolean {
  return label.from !== label.to || gpus.base !== gpus.head || added.length > 0 || resolved.length > 0;
}
