import type { ReportModelSide } from '@topodiff/report';
import { pythonWorker, sampleSide, torchrunWorker } from './sample-parts.ts';

type Worker = ReportModelSide['topology']['workers'][number];

/** A side whose workers are torchrun's, each with its ranks on its GPUs, split into stages of equal size. */
export function torchrunSide(
  label: string,
  workers: readonly (readonly number[])[],
  more: {
    readonly stages?: number;
    readonly topology?: Partial<ReportModelSide['topology']>;
    readonly launch?: Partial<ReportModelSide['launch']>;
  } = {},
): ReportModelSide {
  const { stages = 1 } = more;
  const gpusPerWorker = workers[0]?.length ?? 0;
  const gpus = workers.length * gpusPerWorker;
  const shards = Math.max(1, gpusPerWorker / stages);
  const side = sampleSide(label, 'tp', { declared: gpus, effective: gpus });
  return {
    ...side,
    topology: {
      ...side.topology,
      effective: { kind: 'tp', workers: workers.length, gpusPerWorker, gpus },
      split: { decidedBy: 'handler', isAssumed: true, stages, shards },
      workers: workers.map((devices, index): Worker => ({
        id: `worker-${index}`,
        launcher: 'torchrun',
        devices: [...devices],
        stages,
        shards,
        ranks: devices.map((device, rank) => ({
          id: `worker-${index}/${rank}`,
          rank,
          stage: Math.floor(rank / shards),
          shard: rank % shards,
          device,
        })),
      })),
      ...more.topology,
    },
    launch: {
      ...side.launch,
      workers: workers.map((devices, index) => torchrunWorker(String(9000 + index), devices, devices.length)),
      ...more.launch,
    },
  };
}

/** A side of plain workers, each one process on one GPU; null where the host does not tell which, or there is none. */
export function plainSide(
  label: string,
  devices: readonly (number | null)[],
  more: {
    readonly gpusPerWorker?: number | 'all';
    readonly shards?: number;
    readonly device?: 'cpu' | 'gpu';
    readonly topology?: Partial<ReportModelSide['topology']>;
    readonly launch?: Partial<ReportModelSide['launch']>;
  } = {},
): ReportModelSide {
  const { device: accelerator = 'gpu', gpusPerWorker = 1, shards = 1 } = more;
  const side = sampleSide(label, null, { declared: devices.length, effective: devices.length });
  return {
    ...side,
    topology: {
      ...side.topology,
      effective: { kind: null, workers: devices.length, gpusPerWorker, gpus: devices.length },
      split: { decidedBy: shards > 1 ? 'engine' : 'none', isAssumed: false, stages: 1, shards },
      workers: devices.map((device, index): Worker => ({
        id: `worker-${index}`,
        launcher: 'python',
        devices: device === null ? [] : [device],
        stages: 1,
        shards,
        ranks: [{ id: `worker-${index}/0`, rank: 0, stage: 0, shard: 0, device }],
      })),
      ...more.topology,
    },
    launch: {
      ...side.launch,
      device: accelerator,
      workers: devices.map((device, index) => pythonWorker(String(9000 + index), device)),
      ...more.launch,
    },
  };
}
