import { parseConfigProperties, parseModelConfig, torchserveVersions } from '@topodiff/schema';
import type { TorchserveVersion } from '@topodiff/schema';
import { planLaunch, resolveEffectiveConfig } from '@topodiff/topology';
import type { HostProfile, LaunchPlan, ModelLaunch, WorkerLaunch } from '@topodiff/topology';
import type { CaseResult } from './case-result.ts';

/** A worker as the management API and the stand-in of its launcher showed it. */
interface RecordedWorker {
  readonly id: string;
  readonly gpuIdGivenToHandler: number | null;
  readonly launcher?: string | null;
  readonly argv?: readonly string[];
  /** Absent when the worker never came up. */
  readonly CUDA_VISIBLE_DEVICES?: string | null;
  readonly OMP_NUM_THREADS?: string | null;
}

interface RecordedModel {
  readonly name: string;
  readonly modelConfig: string | null;
  /** The manifest names a config file that is not in the archive. */
  readonly configFileMissing?: boolean;
  readonly registered: boolean;
  readonly describe?: Readonly<Record<string, unknown>>;
  readonly workers?: readonly RecordedWorker[];
}

/** One start of the real TorchServe, in the format of launches-golden.json. */
interface RecordedLaunch {
  readonly id: string | number;
  readonly torchserve: string;
  readonly gpusDetected: number;
  readonly configProperties: readonly string[];
  readonly models: readonly RecordedModel[];
  readonly serverStarted: boolean;
  readonly exitCode?: number;
}

/** The machine of the recordings had two cores, and its models no version but TorchServe's default. */
const coresOfRecorder = 2;
const versionOfModels = '1.0';

/**
 * Compares each recorded start in `text` (a JSON array) with the launch plan for the same files, properties and GPUs.
 * With `version` only the rows of that version are taken.
 *
 * @throws SyntaxError when the text is no JSON, Error when it is not a list of recorded starts.
 */
export function compareLaunchCases(text: string, version?: TorchserveVersion): readonly CaseResult[] {
  const rows: unknown = JSON.parse(text);
  if (!Array.isArray(rows) || !rows.every(isRecordedLaunch)) {
    throw new Error('not a list of recorded starts: each needs torchserve, gpusDetected and models');
  }
  return rows
    .map((row) => ({ row, rowVersion: versionOf(row) }))
    .filter(({ rowVersion }) => version === undefined || rowVersion === version)
    .map(({ row, rowVersion }) => compareLaunchCase(row, rowVersion));
}

function compareLaunchCase(row: RecordedLaunch, version: TorchserveVersion): CaseResult {
  const plan = planRecorded(row, version);
  const comparison = createComparison();
  comparison.compare('serverStarted', row.serverStarted, plan.serverStarts);
  if (row.exitCode !== undefined) {
    comparison.compare('exitCode', row.exitCode, plan.serverStarts ? null : 1);
  }
  for (const [index, model] of row.models.entries()) {
    const launch = plan.models[index];
    if (launch === undefined) throw new Error('The plan lost a model.');
    compareModel(comparison, `models[${index}]`, model, launch);
  }
  return { caseName: `${row.id} ${row.torchserve}`, mismatches: comparison.mismatches };
}

function planRecorded(row: RecordedLaunch, torchserveVersion: TorchserveVersion): LaunchPlan {
  const host: HostProfile = {
    gpus: row.gpusDetected,
    cpuCores: coresOfRecorder,
    entry: 'startup',
    configProperties: parseConfigProperties(row.configProperties.join('\n')),
    torchserveVersion,
  };
  return planLaunch(
    row.models.map(({ name, modelConfig, configFileMissing }) => ({
      name,
      effective: resolveEffectiveConfig(
        modelConfig === null ? null : parseModelConfig(modelConfig),
        host,
        name,
        versionOfModels,
      ),
      isConfigFileMissing: configFileMissing ?? false,
    })),
    host,
  );
}

function compareModel(
  comparison: Comparison,
  field: string,
  model: RecordedModel,
  launch: ModelLaunch,
): void {
  comparison.compare(`${field}.registered`, model.registered, launch.isRegistered);
  const described = describe(launch);
  for (const [key, theirs] of Object.entries(model.describe ?? {})) {
    comparison.compare(`${field}.describe.${key}`, theirs, described[key]);
  }
  if (model.workers === undefined) return;
  comparison.compare(`${field}.workers.length`, model.workers.length, launch.workers.length);
  for (const [index, worker] of model.workers.entries()) {
    compareWorker(comparison, `${field}.workers[${index}]`, worker, launch.workers[index], launch);
  }
}

function compareWorker(
  comparison: Comparison,
  field: string,
  theirs: RecordedWorker,
  ours: WorkerLaunch | undefined,
  launch: ModelLaunch,
): void {
  comparison.compare(`${field}.id`, theirs.id, ours?.id);
  comparison.compare(`${field}.gpuIdGivenToHandler`, theirs.gpuIdGivenToHandler, ours?.gpuId);
  if (theirs.CUDA_VISIBLE_DEVICES === undefined) {
    const hasBlocker = launch.blockers.length > 0;
    comparison.compare(`${field}.neverCameUp`, true, hasBlocker);
    return;
  }
  const environment = ours?.environment ?? {};
  comparison.compare(
    `${field}.CUDA_VISIBLE_DEVICES`,
    theirs.CUDA_VISIBLE_DEVICES,
    environment['CUDA_VISIBLE_DEVICES'] ?? null,
  );
  if (theirs.OMP_NUM_THREADS !== undefined) {
    const ompThreads = environment['OMP_NUM_THREADS'] ?? null;
    comparison.compare(`${field}.OMP_NUM_THREADS`, theirs.OMP_NUM_THREADS, ompThreads);
  }
  if (theirs.launcher !== undefined) {
    comparison.compare(`${field}.launcher`, theirs.launcher, ours?.launcher);
  }
  if (theirs.argv !== undefined) comparison.compare(`${field}.argv`, theirs.argv, ours?.argv);
}

/** A model as TorchServe's own description (`GET /models/NAME`) shows it. */
function describe({ effective, minWorkers, maxWorkers }: ModelLaunch): Readonly<Record<string, unknown>> {
  const { settings } = effective;
  const type = settings.parallelType.value;
  return {
    minWorkers,
    maxWorkers,
    batchSize: settings.batchSize.value,
    maxBatchDelay: settings.maxBatchDelay.value,
    responseTimeout: settings.responseTimeout.value,
    startupTimeout: settings.startupTimeout.value,
    maxRetryTimeoutInSec: settings.maxRetryTimeoutInSec.value,
    clientTimeoutInMills: settings.clientTimeoutInMills.value,
    parallelType: type === 'NONE' ? '' : type.toLowerCase(),
    parallelLevel: settings.parallelLevel.value,
    deviceType: settings.deviceType.value.toLowerCase(),
    deviceIds: settings.deviceIds.value,
    useJobTicket: settings.useJobTicket.value,
    useVenv: settings.useVenv.value,
    continuousBatching: settings.continuousBatching.value,
    stateful: settings.sequenceBatching.value,
    sequenceMaxIdleMSec: settings.sequenceMaxIdleMSec.value,
    sequenceTimeoutMSec: settings.sequenceTimeoutMSec.value,
    maxNumSequence: settings.maxNumSequence.value,
    maxSequenceJobQueueSize: settings.maxSequenceJobQueueSize.value,
    queueCapacity: settings.jobQueueSize.value,
  };
}

interface Comparison {
  readonly mismatches: CaseResult['mismatches'];
  compare(field: string, theirs: unknown, ours: unknown): void;
}

function createComparison(): Comparison {
  const mismatches: { field: string; theirs: unknown; ours: unknown }[] = [];
  return {
    mismatches,
    compare(field, theirs, ours) {
      // Recorded values are JSON scalars and lists of them, for which the JSON text is the value.
      if (JSON.stringify(theirs) !== JSON.stringify(ours)) mismatches.push({ field, theirs, ours });
    },
  };
}

function versionOf(row: RecordedLaunch): TorchserveVersion {
  const name = row.torchserve.replace(/^v(?=\d)/, '');
  const version = torchserveVersions.find((candidate) => candidate === name);
  if (version === undefined)
    throw new Error(`TorchServe ${row.torchserve} is no version that topodiff knows`);
  return version;
}

function isRecordedLaunch(row: unknown): row is RecordedLaunch {
  return (
    typeof row === 'object' &&
    row !== null &&
    'torchserve' in row &&
    typeof row.torchserve === 'string' &&
    'gpusDetected' in row &&
    typeof row.gpusDetected === 'number' &&
    'configProperties' in row &&
    Array.isArray(row.configProperties) &&
    'models' in row &&
    Array.isArray(row.models)
  );
}
