import type { ReportModelSide } from '@topodiff/report';

export type ReportSetting = ReportModelSide['settings'][number];

/** The settings that the file writes and TorchServe does not take as written. */
export function settingsNotAsWritten(side: ReportModelSide): readonly ReportSetting[] {
  return side.settings.filter(
    (setting) => setting.declared !== null && setting.origin !== 'declared' && setting.origin !== 'default',
  );
}

/** The value that TorchServe uses, as text; null when it has none. */
export function effectiveText(setting: ReportSetting): string | null {
  if (setting.effective === null) return null;
  return Array.isArray(setting.effective) ? `[${setting.effective.join(', ')}]` : String(setting.effective);
}

/** Why the value is what it is: `ignored: wrong type`, `default, assumed`. */
export function originPhrase(setting: ReportSetting): string {
  const origin = setting.origin === 'from-config-properties' ? 'from config.properties' : setting.origin;
  const cause = setting.cause === null ? '' : `: ${setting.cause.replaceAll('-', ' ')}`;
  return `${origin}${cause}${setting.isAssumed ? ', assumed' : ''}`;
}
