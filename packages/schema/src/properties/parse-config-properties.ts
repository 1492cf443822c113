import { LineIndex } from '../document/line-index.ts';
import type { ConfigProperties, ConfigPropertiesProblem, ConfigProperty } from './config-properties.ts';
import { parseJavaInteger } from './parse-java-integer.ts';
import { parseModelsProperty } from './parse-models-property.ts';
import { GsonFailure, readGson } from './read-gson.ts';
import { scanProperties } from './scan-properties.ts';

/** The whole numbers that decide a launch, by their name in the file. */
const numberKeys = {
  numberOfGpu: 'number_of_gpu',
  defaultWorkersPerModel: 'default_workers_per_model',
  jobQueueSize: 'job_queue_size',
  defaultResponseTimeout: 'default_response_timeout',
  defaultStartupTimeout: 'default_startup_timeout',
  initialWorkerPort: 'initial_worker_port',
  initialDistributionPort: 'initial_distribution_port',
} as const satisfies Partial<Record<keyof ConfigProperties, string>>;

/**
 * Reads a config.properties of TorchServe as its frontend does (v0.12.0, util/ConfigManager.java): Java properties,
 * numbers by `Integer.parseInt`, the `models` property as JSON. Never throws; what is wrong is in `problems`.
 * Environment variables (`TS_…`, `$$…$$`) are not resolved: they belong to a machine that is not at hand, and a property
 * that takes its value from one counts as not set.
 */
export function parseConfigProperties(text: string): ConfigProperties {
  const lines = new LineIndex(text);
  const problems: ConfigPropertiesProblem[] = [];
  const entries = new Map<string, ConfigProperty>();
  for (const { key, value, start, end, hasMalformedEscape } of scanProperties(text)) {
    const range = lines.rangeBetween(start, end);
    if (hasMalformedEscape) {
      problems.push({
        code: 'malformed-escape',
        message: `${key} holds \\u without four hexadecimal digits: Java refuses the whole file, and TorchServe does not start`,
        range,
        stopsSince: '0.8.0',
      });
    }
    // A later entry wins and keeps no trace of the earlier one, as in a hash table.
    entries.delete(key);
    entries.set(key, { key, value, range });
  }
  const usable = (key: string): ConfigProperty | undefined => {
    problems.push(...missedBehindByteOrderMark(entries, key));
    const entry = entries.get(key);
    const variable = entry === undefined ? undefined : environmentVariable.exec(entry.value)?.[1];
    if (entry === undefined || variable === undefined) return entry;
    problems.push(takesVariable(entry, variable));
    return undefined;
  };
  const numbers = Object.fromEntries(
    Object.entries(numberKeys).flatMap(([name, key]) => {
      const entry = usable(key);
      if (entry === undefined) return [];
      const number = parseJavaInteger(entry.value);
      if (number === undefined) problems.push(notANumber(entry));
      return number === undefined ? [] : [[name, number]];
    }),
  );
  const models = usable('models');
  const parsedModels = models === undefined ? { models: [], problems: [] } : parseModelsProperty(models);
  const snapshot = usable('model_snapshot');
  return {
    entries,
    ...numbers,
    models: parsedModels.models,
    ...(snapshot === undefined ? {} : { modelSnapshot: snapshot.value }),
    problems: [...problems, ...parsedModels.problems, ...findSnapshotFaults(snapshot)],
  };
}

/** ConfigManager.java `pattern`. */
const environmentVariable = /\$\$([^$]+[^$])\$\$/;

function takesVariable({ key, range }: ConfigProperty, variable: string): ConfigPropertiesProblem {
  return {
    code: 'environment-variable',
    message: `${key} takes the environment variable ${variable} of the server, which is not known here: it counts as not set (TorchServe does not start without the variable)`,
    range,
  };
}

/** Java reads the file as Latin-1, where the mark is three letters before the first key. */
function missedBehindByteOrderMark(
  entries: ReadonlyMap<string, ConfigProperty>,
  key: string,
): ConfigPropertiesProblem[] {
  const missed = entries.get(`\ufeff${key}`);
  if (missed === undefined) return [];
  const message = `the byte order mark at the start of the file is part of the key to TorchServe, which does not see ${key}`;
  return [{ code: 'byte-order-mark', message, range: missed.range }];
}

function notANumber({ key, value, range }: ConfigProperty): ConfigPropertiesProblem {
  const isNew = key === numberKeys.defaultStartupTimeout;
  const message = `${key} is ${JSON.stringify(value.slice(0, 60))}, not a whole number: TorchServe${isNew ? ' 0.12.0' : ''} does not start`;
  return { code: 'not-a-number', message, range, stopsSince: isNew ? '0.12.0' : '0.8.0' };
}

function findSnapshotFaults(snapshot: ConfigProperty | undefined): ConfigPropertiesProblem[] {
  if (snapshot === undefined) return [];
  try {
    const root = readGson(snapshot.value);
    const models = root?.kind === 'object' ? new Map(root.members).get('models') : undefined;
    if (models?.kind === 'object') return [];
  } catch (error) {
    if (!(error instanceof GsonFailure)) throw error;
  }
  const message = 'the model_snapshot property is not a JSON object with models: TorchServe does not start';
  return [{ code: 'snapshot-not-json', message, range: snapshot.range, stopsSince: '0.8.0' }];
}
