import type { ModelProperties } from '@topodiff/schema';
import type { HostProfile } from '../host-profile.ts';
import type { TorchserveBehaviours } from '../torchserve-behaviours.ts';
import type { ConfiguredModel } from './configured-model.ts';
import type { GpuCount } from './count-gpus.ts';
import type { SnapshotState } from './read-model-snapshot.ts';

/** Everything that decides a model's settings, read once. */
export interface ResolveContext {
  /** What the frontend's ModelConfig object holds; null when there is no config, or none that it can read. */
  readonly configured: ConfiguredModel;
  /** A config file was read: several settings then no longer fall back to config.properties. */
  readonly hasConfig: boolean;
  readonly host: HostProfile;
  readonly gpus: GpuCount;
  readonly behaviours: TorchserveBehaviours;
  /** The model's object in the `models` JSON of config.properties. */
  readonly modelProperties: ModelProperties | undefined;
  /** The version of the model is not known, and the models JSON does not list it as 1.0. */
  readonly isModelVersionAssumed: boolean;
  /** The model's object in the snapshot that TorchServe restores; `unknown` when its content is not at hand. */
  readonly snapshot: SnapshotState | 'unknown' | null;
}
