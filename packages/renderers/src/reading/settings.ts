import type { ReportModelSide } from '@topodiff/report';

/** One setting of one side of a model. */
export type ReportSetting = ReportModelSide['settings'][number];

/** The file writes it, and TorchServe does not take it as written. */
export function isNotAsWritten({ declared, origin }: ReportSetting): boolean {
  return declared !== null && origin !== 'declared' && origin !== 'default';
}

/** The settings that the file writes and TorchServe does not take as written. */
export function settingsNotAsWritten(side: ReportModelSide): readonly ReportSetting[] {
  return side.settings.filter(isNotAsWritten);
}

/** The value that TorchServe uses, as text; null when it has none. */
export function effectiveText(setting: ReportSetting): string | null {
  if (setting.effective === null) return null;
  return Array.isArray(setting.effective) ? `[${setting.effective.join(', ')}]` : String(setting.effective);
}

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
