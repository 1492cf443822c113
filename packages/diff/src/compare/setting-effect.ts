import type { Cause, EffectiveConfig, FrontendSettings, Setting, TorchrunSettings } from '@topodiff/topology';

/** All settings of a model by key, those of torchrun too when the file has a usable section. */
export function settingsByKey({ settings }: EffectiveConfig): ReadonlyMap<string, Setting<unknown>> {
  const { torchrun, ...frontend } = settings;
  const all: readonly Setting<unknown>[] = [...Object.values(frontend), ...torchrunSettings(torchrun)];
  return new Map(all.map((setting) => [setting.key, setting]));
}

function torchrunSettings(torchrun: TorchrunSettings | null): readonly Setting<unknown>[] {
  return torchrun === null ? [] : Object.values<Setting<unknown>>({ ...torchrun });
}

/**
 * TorchServe reads nothing of this setting in the situation that the other settings make, whatever its value: a timeout
 * that an asynchronous worker does not use, a torchrun section without a parallel type.
 *
 * Follows section 1 and 3.4 of TorchServe's behaviour as observed on 0.12.0: AsyncWorkerThread.java (no response timeout),
 * WorkerLifeCycle.java `attachRunner` (293-324), Model.java (133-147), BatchAggregator.java.
 */
export function isInert(setting: Setting<unknown>, { settings }: EffectiveConfig): boolean {
  return inertRules[setting.key as SettingKey]?.when(settings) ?? false; // a key that is not in the table is never inert
}

/** The file says it, and what it says is not what TorchServe works with. */
export function isIneffective(setting: Setting<unknown>, effective: EffectiveConfig): boolean {
  if (setting.declared === undefined) return false;
  return setting.origin === 'ignored' || setting.origin === 'overridden' || isInert(setting, effective);
}

/** The file says it, and TorchServe works with it (perhaps moved into its range). */
export function isInEffect(setting: Setting<unknown>, effective: EffectiveConfig): boolean {
  return setting.declared !== undefined && !isIneffective(setting, effective);
}

/** Whether two effective values are the same; an empty list of devices counts as none, as TorchServe takes it. */
export function areEqualEffects(base: unknown, head: unknown): boolean {
  return JSON.stringify(normalise(base)) === JSON.stringify(normalise(head));
}

function normalise(value: unknown): unknown {
  if (Array.isArray(value) && value.length === 0) return null;
  return value ?? null;
}

type SettingKey =
  | Exclude<keyof FrontendSettings, 'torchrun'>
  | 'torchrun.nproc-per-node'
  | 'torchrun.nnodes'
  | 'torchrun.rdzv-backend'
  | 'torchrun.rdzv-endpoint'
  | 'torchrun.rdzv-conf'
  | 'torchrun.monitor-interval'
  | 'torchrun.node-rank'
  | 'torchrun.OMP_NUMBER_THREADS';

interface InertRule {
  readonly when: (settings: FrontendSettings) => boolean;
  /** Completes "…, because". */
  readonly why: string;
}

const withoutTorchrun = ({ parallelType }: FrontendSettings): boolean =>
  parallelType.value === 'NONE' || parallelType.value === 'CUSTOM';

const passedToNobody: InertRule = { when: () => true, why: 'TorchServe reads it and passes it to nobody' };
const torchrunOnly: InertRule = {
  when: withoutTorchrun,
  why: 'torchrun starts workers only for the parallel types pp, tp and pptp',
};
const sequencesOnly: InertRule = {
  when: ({ sequenceBatching, sequenceMaxIdleMSec }) =>
    !sequenceBatching.value || sequenceMaxIdleMSec.value <= 0,
  why: 'it needs sequenceBatching and a sequenceMaxIdleMSec above 0',
};

const inertRules: Partial<Record<SettingKey, InertRule>> = {
  responseTimeout: {
    when: ({ asyncCommunication }) => asyncCommunication.value,
    why: 'an asynchronous worker has no response timeout',
  },
  deviceIds: { when: ({ deviceType }) => deviceType.value === 'CPU', why: 'the model runs on CPU' },
  maxBatchDelay: {
    when: ({ batchSize, sequenceBatching }) => batchSize.value <= 1 && !sequenceBatching.value,
    why: 'a batch holds one request, so there is nothing to wait for',
  },
  useVenv: {
    when: (settings) => !withoutTorchrun(settings),
    why: 'workers that torchrun starts use no virtual environment',
  },
  sequenceMaxIdleMSec: {
    when: ({ sequenceBatching }) => !sequenceBatching.value,
    why: 'sequenceBatching is off',
  },
  sequenceTimeoutMSec: sequencesOnly,
  maxSequenceJobQueueSize: sequencesOnly,
  maxNumSequence: sequencesOnly,
  'torchrun.nproc-per-node': {
    when: ({ parallelType }) => parallelType.value === 'NONE',
    why: torchrunOnly.why,
  },
  'torchrun.nnodes': torchrunOnly,
  'torchrun.rdzv-backend': torchrunOnly,
  'torchrun.rdzv-endpoint': torchrunOnly,
  'torchrun.rdzv-conf': passedToNobody,
  'torchrun.monitor-interval': passedToNobody,
  'torchrun.node-rank': passedToNobody,
  'torchrun.OMP_NUMBER_THREADS': torchrunOnly,
};

const causes: Readonly<Record<Cause, string>> = {
  null: 'it is null',
  'wrong-type': 'its type is wrong',
  overflow: 'it does not fit into 32 bit',
  'below-minimum': 'it is below the smallest allowed value',
  'above-maximum': 'it is above the largest allowed value',
  'unknown-value': 'TorchServe does not know the value',
  'wrong-element-type': 'one of its items has the wrong type',
  'out-of-range-device': 'the host does not have one of its devices',
  'not-in-version': 'this version of TorchServe does not know the key',
  'overridden-by-later-key': 'a later key of the file decides',
  'incomplete-pair': 'minWorkers and maxWorkers count only together',
  'min-above-max': 'minWorkers is above maxWorkers, which drops both',
  'type-without-level': 'a parallel type counts only with a level',
  'level-without-type': 'a parallel level counts only with a parallel type that TorchServe knows',
  capacity: 'the GPUs have no room for it',
  'no-accelerator': 'the host has no GPU',
  'device-is-cpu': 'the model runs on CPU',
  snapshot: 'the snapshot that TorchServe restores decides',
  'gate-closed': 'it needs a sequenceMaxIdleMSec above 0',
  'never-passed': passedToNobody.why,
  'no-effect': 'nothing reads it in this setup',
};

/** Why what the file says about a setting does not count, as a clause that follows "because". */
export function explainIneffective(
  key: string,
  setting: Setting<unknown> | undefined,
  effective: EffectiveConfig,
): { readonly isUnread: boolean; readonly reason: string } {
  if (setting === undefined) return { isUnread: true, reason: 'the file has no usable torchrun section' };
  const rule = inertRules[key as SettingKey]; // as above
  if (rule?.when(effective.settings) === true) return { isUnread: true, reason: rule.why };
  return { isUnread: false, reason: causes[setting.cause ?? 'no-effect'] };
}
