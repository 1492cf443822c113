import { parseModelConfig } from '@topodiff/schema';
import { buildTopology, planLaunch, resolveEffectiveConfig, unknownHost } from '@topodiff/topology';
import type { HostProfile } from '@topodiff/topology';
import type { Change } from '../change.ts';
import type { ChangeType } from '../change-type.ts';
import { compareModelConfigs } from '../compare-model-configs.ts';
import type { ConfigurationSide } from '../configuration-side.ts';
import type { ChangeCase } from './define-cases.ts';

/** Everything that is worked out of one text on one host. */
export function buildSide(
  text: string,
  host: HostProfile = unknownHost,
  filePath = 'models/llama/model-config.yaml',
): ConfigurationSide {
  const document = parseModelConfig(text);
  const effective = resolveEffectiveConfig(document, host, 'llama');
  const [launch] = planLaunch([{ name: 'llama', effective }], host).models;
  if (launch === undefined) throw new Error('A plan for one model holds one model');
  return { filePath, document, effective, launch, topology: buildTopology(launch) };
}

/** The changes between two texts without markers. */
export function compareTexts(
  base: string | null,
  head: string | null,
  options: Omit<ChangeCase, 'name' | 'base' | 'head'> = {},
  types?: readonly ChangeType[],
): readonly Change[] {
  const host: HostProfile = { ...unknownHost, ...options.host };
  const baseHost: HostProfile = { ...host, ...options.baseHost };
  return compareModelConfigs(
    base === null ? null : buildSide(base, baseHost, options.basePath),
    head === null ? null : buildSide(head, host, options.headPath),
    types,
  );
}
