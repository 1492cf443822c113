import type {
  Report,
  ReportChange,
  ReportFinding,
  ReportModel,
  ReportModelSide,
  ReportRange,
} from '@topodiff/report';
import type { MessagePart } from '../reading/message-part.ts';
import type { ReportSetting } from '../reading/settings.ts';

type Topology = ReportModelSide['topology'];
type LaunchWorker = ReportModelSide['launch']['workers'][number];

/** Message parts from a template: what is filled in is a value. */
export function message(texts: TemplateStringsArray, ...values: readonly (string | number)[]): MessagePart[] {
  return texts.flatMap((text, index): MessagePart[] => [
    ...(text === '' ? [] : [{ kind: 'text', text } as const]),
    ...(index < values.length ? [{ kind: 'value', text: String(values[index]) } as const] : []),
  ]);
}

/** A range within one line, or from a line to another. */
export function range(line: number, column: number, endColumn: number, endLine = line): ReportRange {
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

/** A finding at head that is new; an error blocks. */
export function sampleFinding(
  finding: Pick<ReportFinding, 'ruleId' | 'severity' | 'messageParts' | 'range'> & Partial<ReportFinding>,
): ReportFinding {
  const suggestionParts = finding.suggestionParts ?? [];
  return {
    messageId: 'reported',
    message: finding.messageParts.map((part) => part.text).join(''),
    suggestion: suggestionParts.length === 0 ? null : suggestionParts.map((part) => part.text).join(''),
    suggestionParts,
    configPath: '',
    isExactRange: true,
    fix: null,
    isInBase: false,
    acceptance: null,
    isBlocking: finding.severity === 'error',
    fingerprint: 'f'.repeat(16),
    helpUrl: `https://github.com/topodiff/topodiff/blob/main/docs/rules/${finding.ruleId}.md`,
    ...finding,
  };
}

/** A change without places on either side. */
export function sampleChange(
  change: Pick<ReportChange, 'id' | 'impact' | 'layer' | 'messageParts'> & Partial<ReportChange>,
): ReportChange {
  return {
    reason: 'The running service behaves as before.',
    area: 'parallelism',
    action: 'changed',
    message: change.messageParts.map((part) => part.text).join(''),
    base: null,
    head: null,
    fingerprint: 'c'.repeat(16),
    ...change,
  };
}

/** A setting that the file does not name. */
export function sampleSetting(setting: Pick<ReportSetting, 'key'> & Partial<ReportSetting>): ReportSetting {
  return {
    declared: null,
    effective: null,
    origin: 'default',
    cause: null,
    isAssumed: false,
    range: null,
    ...setting,
  };
}

/** A worker started by torchrun with its processes on the given devices. */
export function torchrunWorker(id: string, devices: readonly number[], processCount: number): LaunchWorker {
  return {
    id,
    launcher: 'torchrun',
    argv: [
      'torchrun',
      '--nnodes',
      '1',
      '--nproc-per-node',
      String(processCount),
      '--log-dir',
      '$LOG_LOCATION/torchelastic_ts',
      '--rdzv-backend',
      'c10d',
      '--rdzv-id',
      `llama_${id}`,
      '--max-restarts',
      '1',
      'ts/model_service_worker.py',
      '--sock-type',
      'unix',
      '--sock-name',
      `/tmp/.ts.sock.${id}`,
      '--metrics-config',
      'ts/configs/metrics.yaml',
    ],
    environment: { CUDA_VISIBLE_DEVICES: devices.join(','), LOGLEVEL: 'INFO', OMP_NUM_THREADS: '1' },
    visibleDevices: [...devices],
    gpuId: devices[0] ?? null,
    processCount,
  };
}

/** A worker that is one Python process. */
export function pythonWorker(id: string, gpuId: number | null): LaunchWorker {
  return {
    id,
    launcher: 'python',
    argv: [
      'python',
      'ts/model_service_worker.py',
      '--sock-type',
      'unix',
      '--sock-name',
      `/tmp/.ts.sock.${id}`,
    ],
    environment: {},
    visibleDevices: null,
    gpuId,
    processCount: 1,
  };
}

/** One side of a model: `gpus` processes of `kind`, one GPU each, on one worker. */
export function sampleSide(
  label: string,
  kind: string | null,
  gpus: { readonly declared: number; readonly effective: number },
  more: {
    readonly settings?: readonly ReportSetting[];
    readonly launch?: Partial<ReportModelSide['launch']>;
    readonly topology?: Partial<Topology>;
    readonly outcome?: ReportModelSide['outcome'];
  } = {},
): ReportModelSide {
  const devices = Array.from({ length: gpus.effective }, (_, device) => device);
  const launcher = kind === null ? 'python' : 'torchrun';
  return {
    outcome: more.outcome ?? 'loaded',
    sha: null,
    topology: {
      label,
      declared: { kind, workers: 1, gpusPerWorker: gpus.declared, gpus: gpus.declared },
      effective: { kind, workers: 1, gpusPerWorker: gpus.effective, gpus: gpus.effective },
      willStart: true,
      framework: null,
      split: { decidedBy: 'handler', isAssumed: true, stages: 1, shards: Math.max(1, gpus.effective) },
      workers: [
        {
          id: 'worker-0',
          launcher,
          devices,
          stages: 1,
          shards: Math.max(1, gpus.effective),
          ranks: devices.map((device) => ({
            id: `worker-0/${device}`,
            rank: device,
            stage: 0,
            shard: device,
            device,
          })),
        },
      ],
      assumptions: [],
      ...more.topology,
    },
    settings: [...(more.settings ?? [])],
    launch: {
      minWorkers: 1,
      maxWorkers: 1,
      device: gpus.effective === 0 ? 'cpu' : 'gpu',
      parallelLevel: kind === null ? 0 : gpus.effective,
      workers: [
        kind === null
          ? pythonWorker('9000', devices[0] ?? null)
          : torchrunWorker('9000', devices, gpus.effective),
      ],
      blockers: [],
      ...more.launch,
    },
  };
}

/** A modified model in which nothing is found or changes, with neither side. */
export function sampleModel(model: Pick<ReportModel, 'path' | 'label'> & Partial<ReportModel>): ReportModel {
  return {
    previousPath: null,
    status: 'modified',
    pool: null,
    changedRelatedFiles: [],
    base: null,
    head: null,
    findings: [],
    resolvedFindings: [],
    changes: [],
    textHunks: [],
    ...model,
  };
}

/** Totals of the models of a report alone, without policy. */
export function sampleFleet(
  fleet: Pick<Report['fleet'], 'gpus' | 'declaredGpus'> & Partial<Report['fleet']>,
): Report['fleet'] {
  return {
    scope: 'report',
    isAssumed: false,
    untouched: { models: 0, gpus: 0, declaredGpus: 0 },
    pools: [],
    budgets: [],
    cost: null,
    ...fleet,
  };
}

/** A report whose totals are those of its models. */
export function sampleReport(report: Partial<Report>): Report {
  const models = report.models ?? [];
  const isComparison = report.comparison !== null;
  const total = (side: 'base' | 'head', kind: 'declared' | 'effective') =>
    models.reduce((sum, model) => sum + (model[side]?.topology[kind].gpus ?? 0), 0);
  const both = (kind: 'declared' | 'effective') => ({
    base: total(isComparison ? 'base' : 'head', kind),
    head: total('head', kind),
  });
  return {
    formatVersion: 1,
    tool: { name: 'topodiff', version: '0.1.0' },
    conclusion: 'success',
    reasons: [],
    failOn: 'error',
    policy: null,
    host: { gpus: 8, cpuCores: 32, entry: 'startup', torchserveVersion: '0.12.0', configProperties: null },
    comparison: {
      base: { name: 'main', sha: '41d0c7e9a3b54f6d8c2e1f0a9b8c7d6e5f4a3b2c' },
      head: { name: 'larger-llama', sha: '9f2c1ab7d6e5f4a3b2c1d0e9f8a7b6c5d4e3f2a1' },
      drift: null,
    },
    fleet: sampleFleet({ gpus: both('effective'), declaredGpus: both('declared') }),
    approvals: null,
    models,
    skipped: [],
    notices: [],
    ...report,
  };
}
