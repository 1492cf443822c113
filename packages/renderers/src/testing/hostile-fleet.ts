import type { Report, ReportModel } from '@topodiff/report';
import { reportOfTexts } from './hostile-report.ts';
import { policyReport } from './policy-report.ts';
import {
  addedModel,
  brokenModel,
  cleanModel,
  largerModel,
  quotedModel,
  removedModel,
  renamedModel,
  unchangedModel,
} from './sample-models.ts';

/** How many there are of everything that a page lists. */
export interface FleetShape {
  readonly models: number;
  /** Dealt in turn to every field that a pull request or a policy can choose. */
  readonly texts: readonly string[];
  readonly budgets: number;
  readonly pools: number;
  readonly required: number;
  readonly refused: number;
  readonly remarks: number;
  readonly skipped: number;
  readonly notices: number;
  readonly reasons: number;
  readonly untouched: number;
  readonly isComparison: boolean;
  readonly hasBlocking: boolean;
}

/** Changed and unchanged ones, with findings of every kind and without. */
const kinds: readonly ReportModel[] = [
  ...policyReport.models,
  largerModel,
  removedModel,
  quotedModel,
  addedModel,
  renamedModel,
  cleanModel,
  brokenModel,
  unchangedModel,
];

/** A report of any size in which nobody's text is harmless. */
export function hostileFleet(shape: FleetShape): Report {
  let dealt = 0;
  const nextText = (): string => shape.texts[dealt++ % shape.texts.length] ?? '';
  return reportOfTexts(nextText, {
    ...policyReport,
    reasons: repeat(shape.reasons, ['reason']),
    comparison: shape.isComparison ? policyReport.comparison : null,
    models: repeat(shape.models, kinds).map((model) => ({
      ...model,
      findings: model.findings.map((finding) => ({
        ...finding,
        isBlocking: finding.isBlocking && shape.hasBlocking,
      })),
    })),
    fleet: {
      ...policyReport.fleet,
      untouched: { models: shape.untouched, gpus: 0, declaredGpus: 0 },
      pools: repeat(shape.pools, policyReport.fleet.pools),
      budgets: repeat(shape.budgets, policyReport.fleet.budgets),
    },
    approvals:
      policyReport.approvals === null
        ? null
        : {
            ...policyReport.approvals,
            required: repeat(shape.required, requiredKinds),
            refused: repeat(shape.refused, policyReport.approvals.refused),
            remarks: repeat(shape.remarks, ['remark']),
          },
    skipped: repeat(shape.skipped, [{ path: 'path', reason: 'reason' }]),
    notices: repeat(shape.notices, [
      { code: 'code', severity: 'warning', message: 'message', path: 'path' },
      { code: 'code', severity: 'error', message: 'message', path: null },
    ]),
  });
}

const requiredKinds = (policyReport.approvals?.required ?? []).flatMap((change) => [
  change,
  {
    ...change,
    approval: {
      by: 'alice',
      via: 'review' as const,
      at: '2026-11-27T10:04:11Z',
      reason: 'reason',
      url: 'https://github.com/octo-org/serving/pull/7#pullrequestreview-1',
    },
  },
]);

function repeat<Item>(count: number, items: readonly Item[]): Item[] {
  return Array.from({ length: count }, (_, index) => items[index % items.length]).filter(
    (item) => item !== undefined,
  );
}
