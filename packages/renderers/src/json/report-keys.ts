import type { Report, ReportChange, ReportFinding, ReportModelSide } from '@topodiff/report';
import type { KeyOrder } from './order-keys.ts';

const position = { line: null, column: null } as const;
const range = { start: position, end: position } as const;
const messagePart = { kind: null, text: null } as const;
const baseHead = { base: null, head: null } as const;
const revision = { name: null, sha: null } as const;
const location = { configPath: null, range, isExactRange: null } as const;
const topologySummary = { kind: null, workers: null, gpusPerWorker: null, gpus: null } as const;

const side: KeyOrder<ReportModelSide> = {
  outcome: null,
  sha: null,
  topology: {
    label: null,
    declared: topologySummary,
    effective: topologySummary,
    willStart: null,
    framework: null,
    split: { decidedBy: null, isAssumed: null, stages: null, shards: null },
    workers: {
      id: null,
      launcher: null,
      devices: null,
      stages: null,
      shards: null,
      ranks: { id: null, rank: null, stage: null, shard: null, device: null },
    },
    assumptions: null,
  },
  settings: {
    key: null,
    declared: null,
    effective: null,
    origin: null,
    cause: null,
    isAssumed: null,
    range,
  },
  launch: {
    minWorkers: null,
    maxWorkers: null,
    device: null,
    parallelLevel: null,
    workers: {
      id: null,
      launcher: null,
      argv: null,
      environment: 'sorted',
      visibleDevices: null,
      gpuId: null,
      processCount: null,
    },
    blockers: { kind: null, message: null },
  },
};

const finding: KeyOrder<ReportFinding> = {
  ruleId: null,
  messageId: null,
  severity: null,
  message: null,
  messageParts: messagePart,
  suggestion: null,
  suggestionParts: messagePart,
  configPath: null,
  range,
  isExactRange: null,
  fix: { edits: { range, text: null } },
  isInBase: null,
  acceptance: { by: null, reason: null, owner: null, until: null, state: null },
  isBlocking: null,
  fingerprint: null,
  helpUrl: null,
};

const change: KeyOrder<ReportChange> = {
  id: null,
  impact: null,
  reason: null,
  layer: null,
  area: null,
  action: null,
  message: null,
  messageParts: messagePart,
  base: location,
  head: location,
  fingerprint: null,
};

/** The schema's keys in the schema's order. A key that is missing here does not compile. */
export const reportKeys: KeyOrder<Report> = {
  formatVersion: null,
  tool: { name: null, version: null },
  conclusion: null,
  reasons: null,
  failOn: null,
  policy: { path: null, revision, preset: null, isOnlyNew: null },
  host: { gpus: null, cpuCores: null, entry: null, torchserveVersion: null, configProperties: null },
  comparison: { base: revision, head: revision, drift: { tip: revision, commits: null, models: null } },
  fleet: {
    scope: null,
    gpus: baseHead,
    declaredGpus: baseHead,
    isAssumed: null,
    untouched: { models: null, gpus: null, declaredGpus: null },
    pools: {
      name: null,
      hostGpus: null,
      gpuMemoryGib: null,
      torchserveVersion: null,
      configProperties: null,
      models: baseHead,
      gpus: baseHead,
      declaredGpus: baseHead,
    },
    budgets: {
      name: null,
      limit: null,
      gpus: baseHead,
      isExceeded: null,
      isBlocking: null,
      models: { path: null, base: null, head: null },
    },
    cost: { currency: null, perMonth: baseHead, unpricedModels: null },
  },
  approvals: {
    state: null,
    isAdvisory: null,
    rules: { permission: null, users: null, teams: null, isAuthorAllowed: null },
    required: {
      fingerprint: null,
      path: null,
      label: null,
      kinds: null,
      gpus: baseHead,
      approval: { by: null, via: null, at: null, reason: null, url: null },
    },
    refused: { by: null, at: null, fingerprint: null, reason: null, url: null },
    remarks: null,
  },
  models: {
    path: null,
    previousPath: null,
    status: null,
    pool: null,
    changedRelatedFiles: null,
    label: null,
    base: side,
    head: side,
    findings: finding,
    resolvedFindings: finding,
    changes: change,
    textHunks: { baseStart: null, baseLines: null, headStart: null, headLines: null, lines: null },
  },
  skipped: { path: null, reason: null },
  notices: { code: null, severity: null, message: null, path: null },
};
