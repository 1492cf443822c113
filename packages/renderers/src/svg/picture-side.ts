import type { ReportModelSide } from '@topodiff/report';
import { outcomePhrase } from '../reading/outcome-phrase.ts';
import { quantity } from '../reading/quantity.ts';

type Worker = ReportModelSide['topology']['workers'][number];

/**
 * How processes meet GPUs: each on its own (`device`), all on whatever is visible (`all`), some GPUs that the engine chooses
 * itself (`undecided`), or none (`cpu`, `none`: accelerators that TorchServe does not count).
 */
export type Placement = 'device' | 'all' | 'undecided' | 'cpu' | 'none';

/** A worker of the drawing. */
export interface PicturedWorker {
  readonly worker: Worker;
  /** All its processes; the report lists no more than 4,096 for a model. */
  readonly rankCount: number;
}

/** A GPU of the host, used or idle. */
export interface PicturedGpu {
  readonly id: number;
  /** Ids of the workers that use it. */
  readonly users: readonly string[];
}

/** One side of a model, as it is drawn and as it is told. */
export interface SidePicture {
  /** `base`, `head`; empty where there is nothing to tell apart. */
  readonly name: string;
  readonly label: string;
  readonly isRead: boolean;
  readonly willStart: boolean;
  /** What became of the file, when it was not simply loaded: a sentence. */
  readonly outcome: string | null;
  readonly blockers: readonly string[];
  /** Stages and shards, and who decides on them; null when nothing is split. */
  readonly split: string | null;
  readonly placement: Placement;
  readonly gpusPerWorker: number | 'all';
  readonly workers: readonly PicturedWorker[];
  /** All workers, those that the report does not list included. */
  readonly workerCount: number;
  /** Of the host, ascending; without a known host, those in use. */
  readonly gpus: readonly PicturedGpu[];
  readonly hostGpus: number | null;
}

/** More is a mistake in a policy, and nobody looks at so many. */
const mostHostGpus = 4096;

/** What there is to draw of one side. */
export function pictureSide(name: string, side: ReportModelSide, hostGpus: number | null): SidePicture {
  const { topology, launch } = side;
  const placement = placementOf(side);
  return {
    name,
    label: topology.label,
    isRead: side.outcome !== 'unreadable',
    willStart: topology.willStart,
    outcome: outcomePhrase(side),
    blockers: launch.blockers.map(({ message }) => message),
    split: splitPhrase(topology.split),
    placement,
    gpusPerWorker: topology.effective.gpusPerWorker,
    workers: topology.workers.map((worker, index) => ({
      worker,
      rankCount: Math.max(worker.ranks.length, launch.workers[index]?.processCount ?? 0),
    })),
    workerCount: Math.max(topology.workers.length, topology.effective.workers),
    gpus: listGpus(topology.workers, placement, hostGpus),
    hostGpus,
  };
}

function placementOf({ topology, launch }: ReportModelSide): Placement {
  const { gpusPerWorker } = topology.effective;
  if (launch.device === 'cpu') return 'cpu';
  if (gpusPerWorker === 'all') return 'all';
  if (gpusPerWorker === 0) return 'none';
  // TorchServe hands a plain worker one GPU; an engine inside it takes more, and decides itself which.
  const isUndecided = topology.workers.some(
    ({ devices }) => devices.length > 0 && devices.length < gpusPerWorker,
  );
  return isUndecided ? 'undecided' : 'device';
}

const deciders = {
  none: '',
  handler: ' by the handler',
  framework: ' by the framework',
  engine: ' by the engine',
} as const;

function splitPhrase({
  stages,
  shards,
  decidedBy,
  isAssumed,
}: ReportModelSide['topology']['split']): string | null {
  if (stages <= 1 && shards <= 1) return null;
  return `${quantity(stages, 'stage')} × ${quantity(shards, 'shard')}${deciders[decidedBy]}${isAssumed ? ' (assumed)' : ''}`;
}

function listGpus(
  workers: readonly Worker[],
  placement: Placement,
  hostGpus: number | null,
): readonly PicturedGpu[] {
  const hostIds = Array.from({ length: Math.min(hostGpus ?? 0, mostHostGpus) }, (_, id) => id);
  // One list for all GPUs: one for each would be workers × GPUs, which nothing in a report keeps small.
  const everybody = workers.map(({ id }) => id);
  const users = new Map(hostIds.map((id) => [id, placement === 'all' ? everybody : []]));
  if (placement === 'device') {
    for (const worker of workers) {
      for (const id of new Set(worker.devices)) {
        const usersOfGpu = users.get(id);
        if (usersOfGpu === undefined) users.set(id, [worker.id]);
        else usersOfGpu.push(worker.id);
      }
    }
  }
  return [...users].sort(([one], [other]) => one - other).map(([id, ids]) => ({ id, users: ids }));
}
