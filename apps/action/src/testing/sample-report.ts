import type { Report, ReportFinding, ReportModel } from '@topodiff/report';

/** Totals of the models of a report alone. */
export function sampleFleet(
  gpus: Report['fleet']['gpus'],
  declaredGpus: Report['fleet']['declaredGpus'],
): Report['fleet'] {
  return {
    scope: 'report',
    gpus,
    declaredGpus,
    isAssumed: false,
    untouched: { models: 0, gpus: 0, declaredGpus: 0 },
    pools: [],
    budgets: [],
    cost: null,
  };
}

/** A report in which nothing relevant changed, with `overrides`. */
export function sampleReport(overrides: Partial<Report> = {}): Report {
  return {
    formatVersion: 1,
    tool: { name: 'topodiff', version: '0.0.0' },
    conclusion: 'neutral',
    reasons: ['No model-config file changed.'],
    failOn: 'error',
    policy: null,
    host: {
      gpus: null,
      cpuCores: null,
      entry: 'startup',
      torchserveVersion: '0.12.0',
      configProperties: null,
    },
    comparison: null,
    fleet: sampleFleet({ base: 0, head: 0 }, { base: 0, head: 0 }),
    approvals: null,
    models: [],
    skipped: [],
    notices: [],
    ...overrides,
  };
}

/** A model that did not change, with `overrides`. */
export function sampleModel(overrides: Partial<ReportModel> = {}): ReportModel {
  return {
    path: 'model-config.yaml',
    previousPath: null,
    status: 'unchanged',
    pool: null,
    changedRelatedFiles: [],
    label: '1 GPU',
    base: null,
    head: null,
    findings: [],
    resolvedFindings: [],
    changes: [],
    textHunks: [],
    ...overrides,
  };
}

/** A finding of some severity. */
export function sampleFinding(severity: ReportFinding['severity']): ReportFinding {
  return {
    ruleId: 'a-rule',
    messageId: 'a-message',
    severity,
    message: 'A message.',
    messageParts: [{ kind: 'text', text: 'A message.' }],
    suggestion: null,
    suggestionParts: [],
    configPath: '',
    range: { start: { line: 1, column: 1 }, end: { line: 1, column: 2 } },
    isExactRange: true,
    fix: null,
    isInBase: false,
    acceptance: null,
    isBlocking: severity === 'error',
    fingerprint: 'f',
    helpUrl: null,
  };
}
