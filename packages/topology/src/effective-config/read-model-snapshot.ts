import type { HostProfile } from '../host-profile.ts';

/** What a snapshot says of one model; it replaces the file's values of these settings. */
export interface SnapshotState {
  readonly minWorkers?: number;
  readonly maxWorkers?: number;
  readonly batchSize?: number;
  /** Milliseconds. */
  readonly maxBatchDelay?: number;
  /** Seconds; 120 where the snapshot has none. */
  readonly responseTimeout: number;
  /** Seconds; 120 where the snapshot has none. */
  readonly startupTimeout: number;
  readonly parallelLevel?: number;
}

const defaultTimeout = 120;

/**
 * The model's state in the snapshot that the host restores: null when it restores none, `unknown` when it does and the
 * state of this model is not at hand (`entry: snapshot` without the text, a text that is no JSON, or another model's).
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java `setModelState` (192-216) and ModelServer.java
 * `initModelStore`: a `model_snapshot` property is restored instead of the startup list.
 * Not imitated: a snapshot's own list of models, and the NullPointerException when one of its required values is missing.
 */
export function readModelSnapshot(
  host: HostProfile,
  modelName: string | undefined,
): SnapshotState | 'unknown' | null {
  const text = host.configProperties?.modelSnapshot;
  if (host.entry === 'register-api') return null;
  if (text === undefined) return host.entry === 'snapshot' ? 'unknown' : null;
  const models = member(parseJson(text), 'models');
  const versions = modelName === undefined ? undefined : member(models, modelName);
  const state = pickVersion(versions);
  if (state === undefined) return 'unknown';
  return {
    ...optional('minWorkers', integerMember(state, 'minWorkers')),
    ...optional('maxWorkers', integerMember(state, 'maxWorkers')),
    ...optional('batchSize', integerMember(state, 'batchSize')),
    ...optional('maxBatchDelay', integerMember(state, 'maxBatchDelay')),
    ...optional('parallelLevel', integerMember(state, 'parallelLevel')),
    responseTimeout: integerMember(state, 'responseTimeout') ?? defaultTimeout,
    startupTimeout: integerMember(state, 'startupTimeout') ?? defaultTimeout,
  };
}

/** The default version's state, else the first. */
function pickVersion(versions: unknown): object | undefined {
  if (typeof versions !== 'object' || versions === null) return undefined;
  const states = Object.values(versions).filter(
    (state): state is object => typeof state === 'object' && state !== null,
  );
  return states.find((state) => member(state, 'defaultVersion') === true) ?? states[0];
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function member(value: unknown, key: string): unknown {
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
  return Object.entries(value).find(([name]) => name === key)?.[1];
}

function integerMember(value: unknown, key: string): number | undefined {
  const number = member(value, key);
  return typeof number === 'number' && Number.isInteger(number) && Math.abs(number) <= 2_147_483_647
    ? number
    : undefined;
}

function optional<K extends string>(key: K, value: number | undefined): Partial<Record<K, number>> {
  // The computed key widens to string; the object has exactly this one key.
  return value === undefined ? {} : ({ [key]: value } as Record<K, number>);
}
