import { modelsJsonNumbers } from './config-properties.ts';
import type { ConfigPropertiesProblem, ConfigProperty, ModelProperties } from './config-properties.ts';
import { gsonInteger, GsonFailure, readGson, type GsonValue } from './read-gson.ts';

/** What TorchServe reads of a model there; every other name is dropped without a word. */
const knownNames: readonly string[] = [...modelsJsonNumbers, 'runtimeType', 'marName', 'defaultVersion'];

type Members = ReadonlyMap<string, GsonValue>;

/** TorchServe refuses the property as a whole. */
class RefusedProperty extends Error {}

/**
 * Reads the `models` property: JSON of model name → version → settings. TorchServe reads the maps at start and a number
 * when a model needs it, so that a bad number harms that model's load alone
 * (v0.12.0, util/ConfigManager.java `setModelConfig` and `getJsonIntValue`). Never throws.
 */
export function parseModelsProperty({ value, range }: ConfigProperty): {
  readonly models: readonly ModelProperties[];
  readonly problems: readonly ConfigPropertiesProblem[];
} {
  const models: ModelProperties[] = [];
  const problems: ConfigPropertiesProblem[] = [];
  try {
    for (const [modelName, versions] of readMap(readJson(value), 'the models property')) {
      for (const [modelVersion, settings] of readMap(versions, `${modelName} in the models property`)) {
        if (settings.kind !== 'object')
          throw notAnObject(`${modelName} ${modelVersion} in the models property`);
        const model = readModel(modelName, modelVersion, new Map(settings.members));
        models.push(model);
        for (const name of model.unreadable) {
          problems.push({
            code: 'not-a-number',
            message: `${name} of ${modelName} ${modelVersion} in the models property is not a whole number: TorchServe stops if it needs it to load the model`,
            range,
          });
        }
      }
    }
  } catch (error) {
    if (!(error instanceof RefusedProperty)) throw error;
    const message = `${error.message}: TorchServe does not start`;
    return { models: [], problems: [{ code: 'models-not-json', message, range, stopsSince: '0.8.0' }] };
  }
  return { models, problems };
}

function notAnObject(what: string): RefusedProperty {
  return new RefusedProperty(`${what} is not a JSON object`);
}

function readJson(text: string): GsonValue {
  try {
    return readGson(text) ?? { kind: 'null' };
  } catch (error) {
    if (error instanceof GsonFailure) throw notAnObject('the models property');
    throw error;
  }
}

/** A map of Gson's: an empty list passes as well, a repeated name does not. */
function readMap(value: GsonValue, what: string): Members {
  if (value.kind === 'array' && value.items.length === 0) return new Map();
  if (value.kind !== 'object') throw notAnObject(what);
  const members = new Map(value.members);
  if (members.size < value.members.length) throw new RefusedProperty(`${what} repeats a name`);
  return members;
}

function readModel(modelName: string, modelVersion: string, settings: Members): ModelProperties {
  const numbers: Partial<Record<(typeof modelsJsonNumbers)[number], number>> = {};
  const unreadable: (typeof modelsJsonNumbers)[number][] = [];
  for (const name of modelsJsonNumbers) {
    const value = settings.get(name);
    const number = value === undefined ? null : gsonInteger(value);
    if (number === undefined) unreadable.push(name);
    else if (number !== null) numbers[name] = number;
  }
  const runtimeType = settings.get('runtimeType');
  return {
    modelName,
    modelVersion,
    ...numbers,
    ...(runtimeType?.kind === 'string' ? { runtimeType: runtimeType.value } : {}),
    unreadable,
    unknownKeys: [...settings.keys()].filter((name) => !knownNames.includes(name)),
  };
}
