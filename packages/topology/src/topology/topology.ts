import type { Assumption } from '../effective-config/assumption.ts';

/** One process of a worker. */
export interface Rank {
  /** Stable: `worker/rank`, both 0-based. */
  readonly id: string;
  readonly rank: number;
  /** Pipeline stage, 0-based. */
  readonly stage: number;
  /** Tensor shard, 0-based. */
  readonly shard: number;
  /** Device id, or null on CPU or when unknown. */
  readonly device: number | null;
}

export interface TopologyWorker {
  /** Stable: `worker-0`, by start order. */
  readonly id: string;
  readonly launcher: 'torchrun' | 'python';
  readonly ranks: readonly Rank[];
  readonly devices: readonly number[];
  readonly stages: number;
  readonly shards: number;
}

/** GPUs and workers in one view: as the file declares them, or as they will be. */
export interface TopologySummary {
  /** `tp`, `pp`, `pptp`, `custom`, an engine's name, or null for a plain worker. */
  readonly kind: string | null;
  readonly workers: number;
  /** GPUs of one worker; 0 on CPU; `all` = all visible GPUs. */
  readonly gpusPerWorker: number | 'all';
  /** workers × gpusPerWorker; Accelerate counts all visible GPUs of the host, or 1 (assumed) when unknown. */
  readonly gpus: number;
}

/** The graph that a launch plan makes: workers, ranks and devices of one model. */
export interface Topology {
  /** One line for people, for example `tp 4 GPUs` or `tp 8 GPUs (runs 1 GPU)`. */
  readonly label: string;
  readonly declared: TopologySummary;
  readonly effective: TopologySummary;
  readonly workers: readonly TopologyWorker[];
  /** False when the model never serves. */
  readonly willStart: boolean;
  readonly assumptions: readonly Assumption[];
  /** Where the split into stages and shards comes from, and whether TorchServe enforces it. */
  readonly split: {
    readonly decidedBy: 'none' | 'handler' | 'framework' | 'engine';
    readonly isAssumed: boolean;
    readonly stages: number;
    readonly shards: number;
  };
  /** The framework that the handler section gives away, or null. */
  readonly framework: string | null;
}
