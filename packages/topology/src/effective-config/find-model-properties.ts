import type { ConfigProperties, ModelProperties } from '@topodiff/schema';

/** The version that TorchServe gives to a model whose archive names none. */
const defaultModelVersion = '1.0';

/**
 * The object that the `models` JSON of config.properties holds for a model: TorchServe looks it up by the model's name and
 * the version in its archive. Without a known version it is `1.0`, or the only version that is listed for the name.
 */
export function findModelProperties(
  properties: ConfigProperties | undefined,
  modelName: string | undefined,
  modelVersion: string | undefined,
): ModelProperties | undefined {
  const ofModel = (properties?.models ?? []).filter((entry) => entry.modelName === modelName);
  const version = modelVersion ?? defaultModelVersion;
  const exact = ofModel.find((entry) => entry.modelVersion === version);
  if (exact !== undefined || modelVersion !== undefined) return exact;
  return ofModel.length === 1 ? ofModel[0] : undefined;
}
