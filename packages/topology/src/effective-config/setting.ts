import type { ConfigPath, ConfigValue, UpstreamReference } from '@topodiff/schema';

/** Why a setting has its value. */
export type Origin =
  | 'declared' // the file says so and TorchServe takes it as written
  | 'default' // the file does not say; TorchServe's default
  | 'coerced' // taken, but as another value than written (octal, base 60, letter case)
  | 'clamped' // out of range, moved into it
  | 'ignored' // written, but dropped: the default (or the previous value) stays
  | 'overridden' // written and valid, but something else decides
  | 'from-config-properties';

/** What exactly happened to a declared value that TorchServe does not take as written. */
export type Cause =
  | 'null'
  | 'wrong-type'
  | 'overflow' // an integer outside 32 bit
  | 'below-minimum'
  | 'above-maximum'
  | 'unknown-value' // not one of the values of an enumeration
  | 'wrong-element-type' // one element of a list has the wrong type, the list is dropped
  | 'out-of-range-device'
  | 'not-in-version' // the key is newer than the TorchServe version
  | 'overridden-by-later-key' // torchrun against parallelLevel
  | 'incomplete-pair' // only one of minWorkers and maxWorkers is set
  | 'min-above-max'
  | 'type-without-level'
  | 'level-without-type'
  | 'capacity' // fewer GPUs than the workers need
  | 'no-accelerator' // deviceType gpu on a host without GPUs
  | 'device-is-cpu'
  | 'snapshot'
  | 'gate-closed' // a sequence key without the key that switches it on
  | 'never-passed' // parsed by the frontend, passed to nobody
  | 'no-effect';

/** One setting of TorchServe for one model: what the file says, what TorchServe uses, and why. */
export interface Setting<T> {
  /** Dotted name as in the file: `minWorkers`, `torchrun.nproc-per-node`. */
  readonly key: string;
  readonly path: ConfigPath;
  /** As the frontend's reader typed it; undefined when the file does not say. */
  readonly declared: ConfigValue | undefined;
  /** The field of TorchServe's ModelConfig object after reading the file, before any fallback. */
  readonly configured: T;
  /** What TorchServe uses in the end. */
  readonly value: T;
  readonly origin: Origin;
  readonly cause?: Cause;
  /** The value rests on an assumption about the host. */
  readonly isAssumed: boolean;
  readonly upstream: UpstreamReference;
}
