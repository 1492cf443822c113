import type { ConfigValue, IntegerValue } from '@topodiff/schema';
import type { FrontendSettings, Setting, TorchrunSettings } from '@topodiff/topology';
import { isTemplateMap, isTemplateText } from './template-text.ts';

/** All settings of a model, those of torchrun last. */
export function allSettings({ torchrun, ...settings }: FrontendSettings): readonly Setting<unknown>[] {
  return [...Object.values<Setting<unknown>>(settings), ...torchrunSettings(torchrun)];
}

/** The settings of the torchrun section; none when the file has no usable one. */
export function torchrunSettings(torchrun: TorchrunSettings | null): readonly Setting<unknown>[] {
  return torchrun === null ? [] : Object.values<Setting<unknown>>({ ...torchrun });
}

/** The settings that are integers, but for nproc-per-node, which has a rule of its own. */
export function integerSettings(settings: FrontendSettings): readonly Setting<unknown>[] {
  return allSettings(settings).filter(
    ({ key, configured }) => typeof configured === 'number' && key !== 'torchrun.nproc-per-node',
  );
}

/** A declared value, undefined for a template that nobody filled in, which `yaml-unrendered-template` reports. */
export function writtenSetting(setting: Setting<unknown> | undefined): ConfigValue | undefined {
  const declared = setting?.declared;
  if (declared === undefined || isTemplateMap(declared)) return undefined;
  return declared.kind === 'string' && isTemplateText(declared.value, true) ? undefined : declared;
}

/** The same, and undefined for a key that this TorchServe version does not read. */
export function declaredValue(setting: Setting<unknown> | undefined): ConfigValue | undefined {
  return setting?.cause === 'not-in-version' ? undefined : writtenSetting(setting);
}

/** The file says nothing about a setting, not even null. */
export function isAbsent(setting: Setting<unknown>): boolean {
  return setting.declared === undefined;
}

/** What a setting comes to, as a message shows it: `1`, `off`, `[0, 1]`, `not set`. */
export function shownValue(setting: Setting<unknown>): string {
  const suffix = setting.isAssumed ? ' (assumed)' : '';
  return `${showPlain(setting.value)}${suffix}`;
}

function showPlain(value: unknown): string {
  if (value === null || value === undefined || value === 'NONE') return 'not set';
  if (Array.isArray(value)) return `[${value.join(', ')}]`;
  if (typeof value === 'string') return value === value.toUpperCase() ? value.toLowerCase() : value;
  return JSON.stringify(value);
}

/** An integer that TorchServe takes: one that Java holds in an Integer. */
export function fitsInteger({ javaType }: IntegerValue): boolean {
  return javaType === 'Integer';
}

/** A declared integer of 32 bit, or null for everything else. */
export function declaredInteger(setting: Setting<unknown> | undefined): number | null {
  const declared = declaredValue(setting);
  return declared?.kind === 'integer' && fitsInteger(declared) ? Number(declared.value) : null;
}
