import type { ModelConfigDocument } from '@topodiff/schema';
import type { EffectiveConfig, ModelLaunch, Topology } from '@topodiff/topology';

/** One configuration with everything that was worked out of it: one side of a comparison. */
export interface ConfigurationSide {
  /** Repository-relative, with `/`; tells a rename. */
  readonly filePath: string;
  readonly document: ModelConfigDocument;
  readonly effective: EffectiveConfig;
  readonly launch: ModelLaunch;
  readonly topology: Topology;
}
