import { LineIndex } from '../document/line-index.ts';
import type { SourceRange } from '../document/source-range.ts';
import type { ConfigProperties, ConfigPropertiesProblem, ConfigProperty } from './config-properties.ts';
import { parseModelsProperty } from './parse-models-property.ts';
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
 * Environment variables (`TS_…`, `${…}`) are not resolved: they belong to a machine that is not at hand.
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
      });
    }
    // A later entry wins and keeps no trace of the earlier one, as in a hash table.
    entries.delete(key);
    entries.set(key, { key, value, range });
  }
  const numbers = Object.fromEntries(
    Object.entries(numberKeys).flatMap(([name, key]) => {
      const entry = entries.get(key);
      if (entry === undefined) return [];
      const number = parseJavaInteger(entry.value);
      if (number === undefined) problems.push(notANumber(key, entry.value, entry.range));
      return number === undefined ? [] : [[name, number]];
    }),
  );
  const models = entries.get('models');
  const parsedModels = models === undefined ? { models: [], problems: [] } : parseModelsProperty(models);
  const snapshot = entries.get('model_snapshot');
  return {
    entries,
    ...numbers,
    models: parsedModels.models,
    ...(snapshot === undefined ? {} : { modelSnapshot: snapshot.value }),
    problems: [...problems, ...parsedModels.problems],
  };
}

/** `Integer.parseInt`: an optional sign and digits within 32 bits; a blank at the end of the line is too much for it. */
function parseJavaInteger(text: string): number | undefined {
  if (!/^[+-]?\d{1,10}$/.test(text)) return undefined;
  const number = Number(text);
  return number >= -(2 ** 31) && number < 2 ** 31 ? number : undefined;
}

function notANumber(key: string, value: string, range: SourceRange): ConfigPropertiesProblem {
  return {
    code: 'not-a-number',
    message: `${key} is ${JSON.stringify(value.slice(0, 60))}, not a whole number: TorchServe does not start`,
    range,
  };
}
