import type { ModelProperties } from '@topodiff/schema';
import { findModelProperties } from '@topodiff/topology';
import type { HostProfile, ModelLaunch } from '@topodiff/topology';

/** What the `models` JSON of config.properties holds for a model, as its effective configuration was resolved with it. */
export function modelsJsonOf(host: HostProfile, { modelName }: ModelLaunch): ModelProperties | undefined {
  return findModelProperties(host.configProperties, modelName, undefined).properties;
}
