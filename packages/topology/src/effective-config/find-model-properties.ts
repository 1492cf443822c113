import type { ConfigProperties, ModelProperties } from '@topodiff/schema';

/** The version that TorchServe gives to a model whose archive names none. */
const defaultModelVersion = '1.0';

/** The model's object in the `models` JSON, and whether it was found without knowing the version. */
export interface FoundProperties {
  readonly properties: ModelProperties | undefined;
  readonly isAssumed: boolean;
}

/**
 * The object that the `models` JSON of config.properties holds for a model: TorchServe looks it up by the model's name and
 * the version in its archive. Without a known version it is `1.0`; when only others are listed it is an assumption that
 * the single one is meant, or none of several.
 */
export function findModelProperties(
  properties: ConfigProperties | undefined,
  modelName: string | undefined,
  modelVersion: string | undefined,
): FoundProperties {
  const ofModel = (properties?.models ?? []).filter((entry) => entry.modelName === modelName);
  const version = modelVersion ?? defaultModelVersion;
  const exact = ofModel.find((entry) => entry.modelVersion === version);
  if (exact !== undefined || modelVersion !== undefined || ofModel.length === 0) {
    return { properties: exact, isAssumed: false };
  }
  return { properties: ofModel.length === 1 ? ofModel[0] : undefined, isAssumed: true };
}
