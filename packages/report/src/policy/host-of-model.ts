import { parseConfigProperties, type ConfigProperties, type HostPool } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import type { ReviewInput } from '../review-input.ts';

/** The host of each model on each side: its pool's where the policy has one, else the review's own. */
export interface HostFinder {
  hostOf(path: string, side: 'base' | 'head'): HostProfile;
  poolOf(path: string): HostPool | null;
  /** The host of models that no pool names. */
  ownHost(side: 'base' | 'head'): HostProfile;
  /** Paths of the config.properties of a model's host whose text differs between the sides. */
  changedPropertiesOf(path: string): readonly string[];
}

/** Makes the finder of one review; each config.properties is read once. */
export function makeHostFinder(input: ReviewInput): HostFinder {
  const { policy } = input;
  const configProperties: NonNullable<ReviewInput['configProperties']> = input.configProperties ?? new Map();
  const parsed = new Map<string, ConfigProperties>();
  const readProperties = (path: string, side: 'base' | 'head'): ConfigProperties | undefined => {
    const text = configProperties.get(path)?.[side] ?? null;
    if (text === null) return undefined;
    const key = `${side} ${path}`;
    const known = parsed.get(key) ?? parseConfigProperties(text);
    parsed.set(key, known);
    return known;
  };
  const hosts = new Map<string, HostProfile>();
  // Two versions are compared on purpose: the policy's would make them one.
  const comparesVersions =
    input.baseHost !== undefined && input.baseHost.torchserveVersion !== input.host.torchserveVersion;
  const own = (side: 'base' | 'head'): HostProfile => {
    const host = side === 'base' ? (input.baseHost ?? input.host) : input.host;
    const torchserveVersion = policy?.applied.policy.torchserveVersion;
    return torchserveVersion === undefined || comparesVersions ? host : { ...host, torchserveVersion };
  };
  const poolHost = (pool: HostPool, side: 'base' | 'head'): HostProfile => {
    const { configProperties: _, ...host } = own(side);
    const properties =
      pool.configProperties === undefined
        ? own(side).configProperties
        : readProperties(pool.configProperties, side);
    return {
      ...host,
      ...(pool.gpus === undefined ? {} : { gpus: pool.gpus }),
      ...(pool.cpuCores === undefined ? {} : { cpuCores: pool.cpuCores }),
      ...(pool.entry === undefined ? {} : { entry: pool.entry }),
      ...(pool.torchserveVersion === undefined || comparesVersions
        ? {}
        : { torchserveVersion: pool.torchserveVersion }),
      ...(properties === undefined ? {} : { configProperties: properties }),
    };
  };
  const poolOf = (path: string) => policy?.applied.poolOf(path) ?? null;
  return {
    poolOf,
    ownHost: own,
    hostOf: (path, side) => {
      const pool = poolOf(path);
      const key = `${side} ${pool === null ? '' : `pool ${pool.name}`}`;
      const known = hosts.get(key) ?? (pool === null ? own(side) : poolHost(pool, side));
      hosts.set(key, known);
      return known;
    },
    changedPropertiesOf: (path) => {
      const properties = poolOf(path)?.configProperties ?? input.configPropertiesPath;
      if (properties === undefined) return [];
      const texts = configProperties.get(properties);
      return texts !== undefined && texts.base !== texts.head ? [properties] : [];
    },
  };
}
