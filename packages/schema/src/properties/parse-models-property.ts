import type { ConfigPropertiesProblem, ConfigProperty, ModelProperties } from './config-properties.ts';

const numberNames = [
  'minWorkers',
  'maxWorkers',
  'batchSize',
  'maxBatchDelay',
  'responseTimeout',
  'startupTimeout',
  'parallelLevel',
] as const;

/** What TorchServe reads of a model there; every other name is dropped without a word. */
const knownNames: readonly string[] = [...numberNames, 'runtimeType', 'marName', 'defaultVersion'];

/**
 * Reads the `models` property: JSON of model name → version → settings
 * (v0.12.0, util/ConfigManager.java `setModelConfig`, callers at line 1032 of master). Never throws.
 */
export function parseModelsProperty({ value, range }: ConfigProperty): {
  readonly models: readonly ModelProperties[];
  readonly problems: readonly ConfigPropertiesProblem[];
} {
  const root = parseJson(value);
  // An empty list passes in TorchServe as well as an empty object.
  if (Array.isArray(root) && root.length === 0) return { models: [], problems: [] };
  if (!isObject(root)) {
    const message = 'the models property is not a JSON object: TorchServe does not start';
    return { models: [], problems: [{ code: 'models-not-json', message, range }] };
  }
  const models: ModelProperties[] = [];
  const problems: ConfigPropertiesProblem[] = [];
  for (const [modelName, versions] of Object.entries(root)) {
    for (const [modelVersion, settings] of Object.entries(isObject(versions) ? versions : {})) {
      if (!isObject(settings)) continue;
      const numbers: Partial<Record<(typeof numberNames)[number], number>> = {};
      for (const name of numberNames) {
        if (!Object.hasOwn(settings, name)) continue;
        const number = asInteger(settings[name]);
        if (number !== undefined) numbers[name] = number;
        else {
          problems.push({
            code: 'not-a-number',
            message: `${name} of ${modelName} ${modelVersion} in the models property is not a number: TorchServe does not start`,
            range,
          });
        }
      }
      const { runtimeType } = settings;
      models.push({
        modelName,
        modelVersion,
        ...numbers,
        ...(typeof runtimeType === 'string' ? { runtimeType } : {}),
        unknownKeys: Object.keys(settings).filter((name) => !knownNames.includes(name)),
      });
    }
  }
  return { models, problems };
}

/** As gson's `getAsInt`: a number is cut to a whole one, a string may hold one, a list of one item counts as the item. */
function asInteger(value: unknown): number | undefined {
  if (Array.isArray(value) && value.length === 1) return asInteger(value[0]);
  if (typeof value === 'number') return Math.trunc(value);
  if (typeof value === 'string' && /^[+-]?\d{1,10}$/.test(value)) return Number(value);
  return undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
