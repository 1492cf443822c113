import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import type { FrontendSettings, TorchrunSettings } from './effective-config.ts';
import type { Cause, Origin, Setting } from './setting.ts';

/** One field of TorchServe's ModelConfig object after the file is read, before any fallback. */
export interface ConfiguredField<T> {
  readonly key: string;
  readonly path: ConfigPath;
  /** As the frontend's reader typed it; undefined when the file does not say. */
  readonly declared: ConfigValue | undefined;
  readonly configured: T;
  /** What reading made of it: declared, default, coerced, clamped, ignored, or overridden (by a later torchrun). */
  readonly origin: Origin;
  readonly cause?: Cause;
}

/** The field of a setting: the same value before the fallbacks. */
type FieldOf<S> = S extends Setting<infer T> ? ConfiguredField<T> : never;

/** TorchServe's TorchRun object. */
export type ConfiguredTorchrun = {
  readonly [Key in keyof TorchrunSettings]: FieldOf<TorchrunSettings[Key]>;
};

/** TorchServe's ModelConfig object: a field for every setting, and the torchrun section. */
export type ConfiguredModel = {
  readonly [Key in Exclude<keyof FrontendSettings, 'torchrun'>]: FieldOf<FrontendSettings[Key]>;
} & { readonly torchrun: ConfiguredTorchrun | null };
