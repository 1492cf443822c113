import type { Setting } from '../effective-config/setting.ts';
import type { Assumption } from '../effective-config/assumption.ts';
import type { EffectiveConfig } from '../effective-config/effective-config.ts';

export type Launcher = 'torchrun' | 'python';

/** One worker that TorchServe starts: what it runs, with which environment, on which devices. */
export interface WorkerLaunch {
  /** The worker's id in TorchServe, which is its (first) port as text: `9000`, `29500`. */
  readonly id: string;
  readonly port: number;
  /**
   * The `gpu_id` property that the handler gets; null on CPU, and where the host's number of GPUs, which decides it, is
   * unknown. For a parallel worker it is a position in the model's list of devices, not a device id.
   */
  readonly gpuId: number | null;
  readonly launcher: Launcher;
  /**
   * The command up to the worker script: torchrun with its arguments, or the interpreter. `$LOG_LOCATION` stands for the
   * log folder, `$MODEL_DIR` for the unpacked model. Empty when TorchServe fails before it starts the process.
   */
  readonly argv: readonly string[];
  /** Environment that TorchServe itself sets for the process. */
  readonly environment: Readonly<Record<string, string>>;
  /** Value of the visible-devices variable as a list; null when TorchServe does not set it. */
  readonly visibleDevices: readonly number[] | null;
  /** Processes that torchrun spawns (nproc-per-node), or 1; 0 when TorchServe fails before it starts one. */
  readonly processCount: number;
  /** Devices that the worker occupies by TorchServe's accounting; empty on CPU and where they are unknown. */
  readonly devices: readonly number[];
}

/** Why a worker, or the whole model, never serves. */
export type LaunchBlockerKind =
  | 'server-exits' // reading a file, or a number in config.properties, stops TorchServe at startup
  | 'registration-fails' // the same makes the register API refuse the model
  | 'python-cannot-read' // the frontend registers the model, every worker dies while reading the file
  | 'not-enough-devices' // capacity is zero
  | 'parallel-level-without-torchrun' // NullPointerException in every start attempt
  | 'custom-requires-async' // frontend waits for `level` sockets, one exists
  | 'custom-broken-on-master'
  | 'async-with-torchrun' // ranks above 0 are never contacted
  | 'level-above-nproc' // waits for more ranks than exist
  | 'level-below-nproc'; // extra ranks are never contacted and take the worker down

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
  /** In start order; at most 1,024 of them, see `unlistedWorkers`. */
  readonly workers: readonly WorkerLaunch[];
  /** Workers that TorchServe starts beyond those in `workers` (`minWorkers: 2000000000`); 0 for any real file. */
  readonly unlistedWorkers: number;
  readonly blockers: readonly LaunchBlocker[];
  /** Statements that rest on an unknown of the host, as stable codes. */
  readonly assumptions: readonly Assumption[];
  /** Workers that the file asks for (minWorkers when the pair is valid), before the clamp by capacity. */
  readonly wantedWorkers: number;
}

/** A model to plan: its name in the server, and its configuration as the host resolves it. */
export interface PlannedModel {
  readonly name: string;
  readonly effective: EffectiveConfig;
  /** The archive's manifest names a config file that is not there: the frontend goes on, no worker loads. */
  readonly isConfigFileMissing?: boolean;
}

/** What TorchServe starts on one host, models in the order in which it loads them. */
export interface LaunchPlan {
  readonly models: readonly ModelLaunch[];
  /** False when reading one of the configurations stops the server. */
  readonly serverStarts: boolean;
}
