import type { Setting } from '../effective-config/setting.ts';
import type { EffectiveConfig } from '../effective-config/effective-config.ts';

export type Launcher = 'torchrun' | 'python';

/** One worker that TorchServe starts: what it runs, with which environment, on which devices. */
export interface WorkerLaunch {
  /** The worker's id in TorchServe, which is its (first) port as text: `9000`, `29500`. */
  readonly id: string;
  readonly port: number;
  /** The `gpu_id` property that the handler gets; null on CPU. */
  readonly gpuId: number | null;
  readonly launcher: Launcher;
  /** torchrun's arguments up to the worker script, or the interpreter. `$LOG_LOCATION` stands for the log folder. */
  readonly argv: readonly string[];
  /** Environment that TorchServe itself sets for the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Value of the visible-devices variable as a list; null when TorchServe does not set it. */
  readonly visibleDevices: readonly number[] | null;
  /** Processes that torchrun spawns (nproc-per-node), or 1. */
  readonly processCount: number;
  /** Devices that the worker occupies by TorchServe's accounting. */
  readonly devices: readonly number[];
}

/** Why a worker, or the whole model, never serves. */
export type LaunchBlockerKind =
  | 'server-exits' // reading the file stops TorchServe at startup
  | 'registration-fails' // the register API answers 500 or 400
  | 'python-cannot-read' // the frontend registers the model, every worker dies while reading the file
  | 'not-enough-devices' // capacity is zero
  | 'parallel-level-without-torchrun' // NullPointerException in every start attempt
  | 'custom-requires-async' // frontend waits for `level` sockets, one exists
  | 'custom-broken-on-master'
  | 'async-with-torchrun' // ranks above 0 are never contacted
  | 'level-above-nproc' // waits for more ranks than exist
  | 'level-below-nproc' // extra ranks are never contacted and take the worker down
  | 'device-list-exhausted'; // IndexOutOfBoundsException when a worker's devices run past deviceIds

export interface LaunchBlocker {
  readonly kind: LaunchBlockerKind;
  /** The setting to point at, when one is at fault. */
  readonly setting?: Setting<unknown>;
  /** Devices that one worker needs and that there are, for `not-enough-devices`. */
  readonly needed?: number;
  readonly available?: number;
}

/** What TorchServe starts for one model on one host. */
export interface ModelLaunch {
  readonly modelName: string;
  readonly effective: EffectiveConfig;
  /** The model is known to the server after startup (it may have no worker). */
  readonly isRegistered: boolean;
  readonly minWorkers: number;
  readonly maxWorkers: number;
  /** Effective device; `GPU` on a host whose GPUs are unknown is an assumption. */
  readonly device: 'cpu' | 'gpu';
  /** Effective parallel level: GPUs per worker, 0 when the model is not parallel. */
  readonly parallelLevel: number;
  readonly workers: readonly WorkerLaunch[];
  readonly blockers: readonly LaunchBlocker[];
  /** Statements that rest on an unknown of the host, as stable codes. */
  readonly assumptions: readonly Assumption[];
  /** Workers that the file asks for (minWorkers when the pair is valid), before the clamp by capacity. */
  readonly wantedWorkers: number;
}

export type Assumption = 'gpus-unknown' | 'cpu-cores-unknown' | 'one-worker-assumed' | 'capacity-not-checked';

/** What TorchServe starts on one host, models in the order in which it loads them. */
export interface LaunchPlan {
  readonly models: readonly ModelLaunch[];
  /** False when reading one of the configurations stops the server. */
  readonly serverStarts: boolean;
}
