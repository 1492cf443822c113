import { effectiveText, type ReportSetting } from '@topodiff/renderers';
import type { ReportModel } from '@topodiff/report';

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
