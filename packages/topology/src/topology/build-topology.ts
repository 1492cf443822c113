import type { EngineDemand, FrameworkContext, RelatedTexts, Split } from '../frameworks/framework.ts';
import { findFallback, findFramework } from '../frameworks/registry.ts';
import type { ModelLaunch, WorkerLaunch } from '../launch-plan/launch-plan.ts';
import { declaredSummary } from './declared-summary.ts';
import { describeTopology } from './describe-topology.ts';
import type { SummaryView } from './describe-topology.ts';
import type { Rank, Topology, TopologySummary, TopologyWorker } from './topology.ts';

/** Ranks that a topology lists over all its workers; only a mistake has more (`nproc-per-node: 2000000000`). */
const mostListedRanks = 4096;

/** The largest number of GPUs that a summary counts to, so that sums over many files stay whole numbers. */
const mostCountedGpus = 2_147_483_647;

/**
 * The graph that a launch makes: workers, ranks, stages, shards and devices, with the label that says it in one line, what
 * the file declares beside what runs. `relatedFiles` holds texts that the configuration names (`ds-config.json`), by the
 * path written there, `archiveHandler` the handler of the manifest. A model that never serves runs nothing: its effective summary has no GPUs.
 */
export function buildTopology(
  launch: ModelLaunch,
  relatedFiles: RelatedTexts = new Map(),
  archiveHandler: string | null = null,
): Topology {
  const { settings, document } = launch.effective;
  const context: FrameworkContext = {
    handlerConfig: document?.handler.outcome === 'loaded' ? document.handler.root : null,
    parallelType: settings.parallelType.value,
    parallelLevel: launch.parallelLevel,
    processCount: processesOf(launch),
    relatedTexts: relatedFiles,
    archiveHandler,
  };
  const framework = findFramework(context);
  const split = (
    framework.parallelTypes.includes(context.parallelType) ? framework : findFallback(context)
  ).split(context);
  const willStart = launch.blockers.length === 0;
  const engine = isPlainOnGpu(launch) ? (framework.plainProcess?.(context) ?? null) : null;
  const wouldRun = effectiveView(launch, engine);
  // A model that never serves has no workers to take over for what the file does not say: a reader expects one.
  const declared = declaredSummary(
    document,
    willStart ? wouldRun : { ...wouldRun, workers: Math.max(wouldRun.workers, 1) },
  );
  return {
    label: describeTopology(declared, wouldRun, willStart),
    declared: countGpus(declared, launch),
    effective: willStart
      ? countGpus(wouldRun, launch)
      : { kind: wouldRun.kind, workers: 0, gpusPerWorker: wouldRun.gpusPerWorker, gpus: 0 },
    workers: buildWorkers(launch.workers, split),
    willStart,
    assumptions: launch.assumptions,
    split,
    framework: framework.id,
  };
}

/** An engine of its own divides the process only where TorchServe does not. */
function isPlainOnGpu({ parallelLevel, device }: ModelLaunch): boolean {
  return parallelLevel === 0 && device === 'gpu';
}

function effectiveView(launch: ModelLaunch, engine: EngineDemand | null): SummaryView {
  const { parallelLevel, device, workers, unlistedWorkers, effective } = launch;
  const type = effective.settings.parallelType.value;
  if (engine !== null) {
    return {
      kind: engine.kind,
      workers: workers.length + unlistedWorkers,
      gpusPerWorker: engine.gpus,
      processesPerWorker: 1,
      isEngine: true,
    };
  }
  return {
    kind: parallelLevel === 0 ? null : type === 'NONE' ? 'torchrun' : type.toLowerCase(),
    workers: workers.length + unlistedWorkers,
    gpusPerWorker: device === 'cpu' ? 0 : Math.max(parallelLevel, 1),
    processesPerWorker: processesOf(launch),
  };
}

/** Processes of one worker, which are the same for all workers of a model. */
function processesOf({ parallelLevel, effective }: ModelLaunch): number {
  const { parallelType, torchrun } = effective.settings;
  if (parallelLevel === 0 || parallelType.value === 'CUSTOM') return 1;
  return torchrun?.nprocPerNode.value ?? 1;
}

function countGpus(
  { kind, workers, gpusPerWorker, isEngine }: SummaryView,
  launch: ModelLaunch,
): TopologySummary {
  const visible = launch.effective.host.gpus;
  const each = gpusPerWorker === 'all' ? (visible === 'unknown' ? 1 : visible) : gpusPerWorker;
  // Several engines that take every GPU take the same ones.
  const shares = gpusPerWorker === 'all' && isEngine === true ? Math.min(workers, 1) : workers;
  return { kind, workers, gpusPerWorker, gpus: Math.min(shares * each, mostCountedGpus) };
}

function buildWorkers(workers: readonly WorkerLaunch[], split: Split): readonly TopologyWorker[] {
  let free = mostListedRanks;
  return workers.map((worker, index) => {
    const listed = Math.min(worker.processCount, free);
    free -= listed;
    const id = `worker-${index}`;
    return {
      id,
      launcher: worker.launcher,
      ranks: Array.from({ length: listed }, (_, rank) => buildRank(id, rank, worker, split)),
      devices: worker.devices,
      stages: split.stages,
      shards: split.shards,
    };
  });
}

function buildRank(workerId: string, rank: number, worker: WorkerLaunch, split: Split): Rank {
  const isAlone = worker.processCount === 1;
  return {
    id: `${workerId}/${rank}`,
    rank,
    stage: isAlone ? 0 : Math.floor(rank / split.shards) % split.stages,
    shard: isAlone ? 0 : rank % split.shards,
    device: isAlone && worker.devices.length > 1 ? null : (worker.devices[rank] ?? null),
  };
}
