import type { Report, ReportFinding, ReportModel } from '@topodiff/report';

/** From this number of models on, advice that is the same for all is written once. */
const fewestModels = 4;

/** Advice (findings of severity info) of one rule that many models get. */
export interface CommonAdvice {
  /** Of the first model that has it. */
  readonly finding: ReportFinding;
  readonly path: string;
  readonly models: number;
}

/**
 * Advice that many models get, in the order of its first place: a rule that speaks about nearly every file would hide the
 * others. Errors and warnings always stand with their model.
 */
export function findCommonAdvice({ models }: Report): readonly CommonAdvice[] {
  const byRule = new Map<string, { finding: ReportFinding; path: string; paths: Set<ReportModel> }>();
  for (const model of models) {
    for (const finding of model.findings) {
      if (finding.severity !== 'info') continue;
      const known = byRule.get(finding.ruleId);
      if (known === undefined)
        byRule.set(finding.ruleId, { finding, path: model.path, paths: new Set([model]) });
      else known.paths.add(model);
    }
  }
  return [...byRule.values()]
    .filter(({ paths }) => paths.size >= fewestModels)
    .map(({ finding, path, paths }) => ({ finding, path, models: paths.size }));
}

/** The model without the advice that is written elsewhere. */
export function withoutAdvice(model: ReportModel, common: readonly CommonAdvice[]): ReportModel {
  const ruleIds = new Set(common.map(({ finding }) => finding.ruleId));
  const findings = model.findings.filter(
    ({ severity, ruleId }) => severity !== 'info' || !ruleIds.has(ruleId),
  );
  return { ...model, findings };
}
