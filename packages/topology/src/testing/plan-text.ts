import { parseConfigProperties, parseModelConfig } from '@topodiff/schema';
import type { EffectiveConfig } from '../effective-config/effective-config.ts';
import { resolveEffectiveConfig } from '../effective-config/resolve-effective-config.ts';
import type { HostProfile } from '../host-profile.ts';
import { unknownHost } from '../host-profile.ts';
import type { LaunchPlan, ModelLaunch } from '../launch-plan/launch-plan.ts';
import { planLaunch } from '../launch-plan/plan-launch.ts';

/** A host with this many GPUs and two cores on TorchServe 0.12.0, with what a test changes about it. */
export function hostOf(gpus: number | 'unknown', overrides: Partial<HostProfile> = {}): HostProfile {
  return { ...unknownHost, gpus, cpuCores: 2, ...overrides };
}

/** A host with a config.properties of these lines. */
export function hostWithProperties(
  gpus: number | 'unknown',
  lines: readonly string[],
  overrides: Partial<HostProfile> = {},
): HostProfile {
  return hostOf(gpus, { configProperties: parseConfigProperties(lines.join('\n')), ...overrides });
}

/** The effective configuration of a text, as model `m`; null is a model without a config file. */
export function resolveText(text: string | null, host: HostProfile): EffectiveConfig {
  return resolveEffectiveConfig(text === null ? null : parseModelConfig(text), host, 'm');
}

/** The plan of the models of these names and texts, in order. */
export function planTexts(texts: Readonly<Record<string, string | null>>, host: HostProfile): LaunchPlan {
  return planLaunch(
    Object.entries(texts).map(([name, text]) => ({
      name,
      effective: resolveEffectiveConfig(text === null ? null : parseModelConfig(text), host, name),
    })),
    host,
  );
}

/** The launch of one model `m`. */
export function launchText(text: string | null, host: HostProfile): ModelLaunch {
  const launch = planTexts({ m: text }, host).models[0];
  if (launch === undefined) throw new Error('The plan lost its model.');
  return launch;
}
