import type { ConfigValue } from '@topodiff/schema';
import type { ParallelType } from '../effective-config/effective-config.ts';

/** Texts that the configuration refers to, by the path written in it; null when the file is known not to be there. */
export type RelatedTexts = ReadonlyMap<string, string | null>;

/** What decides how one worker is divided. */
export interface FrameworkContext {
  /** The file as the handler's reader (PyYAML) types it; null when it has none. */
  readonly handlerConfig: ConfigValue | null;
  /** Effective. */
  readonly parallelType: ParallelType;
  /** Effective: devices of one worker, 0 when the model is not parallel. */
  readonly parallelLevel: number;
  /** Processes of one worker: torchrun's ranks, or 1. */
  readonly processCount: number;
  readonly relatedTexts: RelatedTexts;
  /** The handler that the archive's manifest names; null when it is not known. */
  readonly archiveHandler: string | null;
}

/** How one worker is divided into pipeline stages and tensor shards. */
export interface Split {
  /** `none`: one process, nothing to divide; `engine`: inside a single process. */
  readonly decidedBy: 'none' | 'handler' | 'framework' | 'engine';
  /** TorchServe enforces none of it; true when the file does not settle it either. */
  readonly isAssumed: boolean;
  readonly stages: number;
  readonly shards: number;
}

/** A model framework or engine as far as its part of the file says how a worker is divided. One file each. */
export interface Framework {
  /** As in reports: `deepspeed`. Null for the fallbacks, which are no framework. */
  readonly id: string | null;
  /** The parallel types that it is made for; a worker of another type is divided by its processes alone. */
  readonly parallelTypes: readonly ParallelType[];
  /** The file's own signals name it; a wrong guess is worse than none. */
  recognises(context: FrameworkContext): boolean;
  split(context: FrameworkContext): Split;
  /** What an engine makes of a plain process on a GPU host; null, or not there, when it takes the one GPU like any other. */
  plainProcess?(context: FrameworkContext): EngineDemand | null;
}

/** What an engine takes in a process that TorchServe counts as one GPU. */
export interface EngineDemand {
  /** For the label: `vllm tp 4`. */
  readonly kind: string;
  /** `all`: every GPU that the process sees. */
  readonly gpus: number | 'all';
}

/** One process without any division. */
export const undivided: Split = { decidedBy: 'none', isAssumed: false, stages: 1, shards: 1 };
