import type { ReportModel, ReportModelSide } from '@topodiff/report';

export type ReportSetting = ReportModelSide['settings'][number];

const causePhrases: Readonly<Record<string, string>> = {
  null: 'is null',
  'wrong-type': 'wrong type',
  overflow: 'outside 32 bits',
  'below-minimum': 'below the minimum',
  'above-maximum': 'above the maximum',
  'unknown-value': 'unknown value',
  'wrong-element-type': 'an element has the wrong type',
  'out-of-range-device': 'no such device',
  'not-in-version': 'not in this version',
  'overridden-by-later-key': 'by a later key',
  'incomplete-pair': 'the other of the pair is missing',
  'min-above-max': 'minimum above maximum',
  'type-without-level': 'no parallel level',
  'level-without-type': 'no parallel type',
  capacity: 'too few GPUs',
  'no-accelerator': 'no GPU',
  'device-is-cpu': 'the device is cpu',
  snapshot: 'by the snapshot',
  'gate-closed': 'its switch is off',
  'never-passed': 'passed to nobody',
  'no-effect': 'no effect',
};

/** Why the value is what it is: `ignored: wrong type`, `default, assumed`. */
export function originPhrase(setting: ReportSetting): string {
  const origin = setting.origin === 'from-config-properties' ? 'from config.properties' : setting.origin;
  const cause = setting.cause === null ? '' : `: ${causePhrases[setting.cause] ?? setting.cause}`;
  return `${origin}${cause}${setting.isAssumed ? ', assumed' : ''}`;
}

/** The value that TorchServe uses, as text; null when it has none. */
export function effectiveText({ effective }: ReportSetting): string | null {
  if (effective === null) return null;
  return Array.isArray(effective) ? `[${effective.join(', ')}]` : String(effective);
}

/** The file writes it, and TorchServe uses something else. */
export function isNotAsWritten({ declared, origin }: ReportSetting): boolean {
  return declared !== null && origin !== 'declared' && origin !== 'default';
}

/** One setting on both sides; a side without the model, or without the setting, is null. */
export interface SettingPair {
  readonly key: string;
  readonly base: ReportSetting | null;
  readonly head: ReportSetting | null;
}

/** The settings of both sides by key, in the order of the head, then those that only the base has. */
export function pairSettings({ base, head }: Pick<ReportModel, 'base' | 'head'>): readonly SettingPair[] {
  const pairs = new Map<string, SettingPair>();
  for (const setting of head?.settings ?? []) {
    pairs.set(setting.key, { key: setting.key, base: null, head: setting });
  }
  for (const setting of base?.settings ?? []) {
    const known = pairs.get(setting.key);
    pairs.set(setting.key, { key: setting.key, base: setting, head: known?.head ?? null });
  }
  return [...pairs.values()];
}

/** Somebody wrote it, or its value differs between the sides; all else is a default that stays. */
export function isNoteworthy({ base, head }: SettingPair): boolean {
  if (base !== null && head !== null && effectiveText(base) !== effectiveText(head)) return true;
  return [base, head].some(
    (setting) => setting !== null && (setting.declared !== null || setting.origin !== 'default'),
  );
}
