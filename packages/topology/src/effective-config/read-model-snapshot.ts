import { gsonInteger, GsonFailure, isAtLeast, modelsJsonNumbers, readGson } from '@topodiff/schema';
import type { GsonValue } from '@topodiff/schema';
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
  /** The number that is missing or none, or another value that TorchServe misses: it then stops. */
  readonly fault?: SnapshotNumber | 'other';
}

/** The settings that a snapshot can hold. */
export type SnapshotNumber = Exclude<keyof SnapshotState, 'fault'>;

const defaultTimeout = 120;

/**
 * The model's state in the snapshot that the host restores: null when it restores none, `unknown` when it does and the
 * state of this model is not at hand (`entry: snapshot` without the text, a text that is no JSON, or another model's).
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/Model.java `setModelState` (192-216) and ModelServer.java
 * `initModelStore`: a `model_snapshot` property is restored instead of the startup list. Each of its numbers must be there,
 * but for the parallel level and, from 0.12.0 on, the timeouts.
 * Not imitated: a snapshot's own list of models.
 */
export function readModelSnapshot(
  host: HostProfile,
  modelName: string | undefined,
): SnapshotState | 'unknown' | null {
  const text = host.configProperties?.modelSnapshot;
  if (host.entry === 'register-api') return null;
  if (text === undefined) return host.entry === 'snapshot' ? 'unknown' : null;
  const models = membersOf(membersOf(parseJson(text)).get('models'));
  const versions = modelName === undefined ? undefined : models.get(modelName);
  const state = pickVersion(versions);
  return state === undefined ? 'unknown' : readState(state, host);
}

function readState(state: Members, host: HostProfile): SnapshotState {
  const numbers: Partial<Record<SnapshotNumber, number>> = {};
  const faults: (SnapshotNumber | 'other')[] = [];
  for (const name of snapshotNumbers) {
    const value = state.get(name);
    if (mayBeLeftOut(name, value, host)) continue;
    const number = value === undefined ? undefined : gsonInteger(value);
    if (typeof number === 'number') numbers[name] = number;
    else faults.push(name);
  }
  if (!state.has('marName') || !state.has('defaultVersion')) faults.push('other');
  const [fault] = faults;
  return {
    responseTimeout: defaultTimeout,
    startupTimeout: defaultTimeout,
    ...numbers,
    ...(fault === undefined ? {} : { fault }),
  };
}

/** The timeouts may be null as well, since 0.12.0 (PR #3328); of an older release's startupTimeout nobody asks. */
function mayBeLeftOut(name: SnapshotNumber, value: GsonValue | undefined, host: HostProfile): boolean {
  if (name === 'parallelLevel') return value === undefined;
  if (isAtLeast(host.torchserveVersion, '0.12.0')) {
    return name.endsWith('Timeout') && (value === undefined || value.kind === 'null');
  }
  return name === 'startupTimeout';
}

const snapshotNumbers: readonly SnapshotNumber[] = [...modelsJsonNumbers, 'parallelLevel'];

type Members = ReadonlyMap<string, GsonValue>;

/** The default version's state, else the first. */
function pickVersion(versions: GsonValue | undefined): Members | undefined {
  const states = [...membersOf(versions).values()].filter(({ kind }) => kind === 'object').map(membersOf);
  return states.find((state) => isTrue(state.get('defaultVersion'))) ?? states[0];
}

function isTrue(value: GsonValue | undefined): boolean {
  return value?.kind === 'boolean' && value.value;
}

function parseJson(text: string): GsonValue | undefined {
  try {
    return readGson(text) ?? undefined;
  } catch (error) {
    if (error instanceof GsonFailure) return undefined;
    throw error;
  }
}

function membersOf(value: GsonValue | undefined): Members {
  return new Map(value?.kind === 'object' ? value.members : []);
}
