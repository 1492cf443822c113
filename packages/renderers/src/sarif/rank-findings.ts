import type { Report, ReportFinding } from '@topodiff/report';
import { severities } from './levels.ts';
import type { SarifOptions } from './sarif-options.ts';

/** A finding with where it is and what became of it between base and head; null when nothing was compared. */
export interface RankedFinding {
  readonly finding: ReportFinding;
  /** Of the side that has the finding. */
  readonly path: string;
  readonly state: 'new' | 'unchanged' | 'absent' | null;
}

/**
 * All findings, worst first, because readers with a limit drop the end: findings of the head by severity, new ones first,
 * then those that only base had. Findings that are equal in this stay in the report's order.
 */
export function rankFindings(
  { models, comparison }: Report,
  { resolvedFindings = 'absent' }: SarifOptions,
): readonly RankedFinding[] {
  const ofHead = models.flatMap(({ path, findings }) =>
    findings.map((finding) => ({ finding, path, state: headState(finding, comparison) })),
  );
  const ofBase =
    comparison === null || resolvedFindings === 'omitted'
      ? []
      : models.flatMap((model) =>
          model.resolvedFindings.map((finding) => ({
            finding,
            path: model.previousPath ?? model.path,
            state: 'absent' as const,
          })),
        );
  return [
    ...ofHead.toSorted((a, b) => severityRank(a) - severityRank(b) || newsRank(a) - newsRank(b)),
    ...ofBase.toSorted((a, b) => severityRank(a) - severityRank(b)),
  ];
}

function headState({ isInBase }: ReportFinding, comparison: Report['comparison']): RankedFinding['state'] {
  if (comparison === null) return null;
  return isInBase ? 'unchanged' : 'new';
}

function newsRank({ state }: RankedFinding): number {
  return state === 'unchanged' ? 1 : 0;
}

function severityRank({ finding }: RankedFinding): number {
  return severities.indexOf(finding.severity);
}
