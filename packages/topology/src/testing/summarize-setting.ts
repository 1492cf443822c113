import type { FrontendSettings } from '../effective-config/effective-config.ts';
import type { Setting } from '../effective-config/setting.ts';
import { hostOf, resolveText } from './plan-text.ts';

/** What a test compares of a setting: its value and origin, then its cause and `assumed` where it has them. */
export function summarizeSetting({ value, origin, cause, isAssumed }: Setting<unknown>): readonly unknown[] {
  return [value, origin, ...(cause === undefined ? [] : [cause]), ...(isAssumed ? ['assumed'] : [])];
}

/** One setting of a text, on four GPUs where the test says no host. */
export function resolveSetting(
  text: string | null,
  key: Exclude<keyof FrontendSettings, 'torchrun'>,
  host = hostOf(4),
): readonly unknown[] {
  return summarizeSetting(resolveText(text, host).settings[key]);
}
