import { isModelConfig, type ModelInput, type ReviewInput } from '@topodiff/report';
import { parseConfigProperties, type HostPool } from '@topodiff/schema';
import type { HostProfile } from '@topodiff/topology';
import { UserError } from '../user-error.ts';
import type { PolicyParts } from './policy-parts.ts';

type HostInput = Pick<ReviewInput, 'host' | 'configPropertiesPath' | 'policy' | 'configProperties'>;

/**
 * One host for models that are shown together: the machine of their pool where they have one.
 *
 * @throws UserError when their pools differ: no host then serves all of them.
 */
export function hostForAll(
  host: HostProfile,
  configPropertiesPath: string | undefined,
  { input }: PolicyParts,
  models: readonly ModelInput[],
): HostInput {
  const given = {
    host,
    ...(configPropertiesPath === undefined ? {} : { configPropertiesPath }),
    ...input,
  };
  const { policy } = input;
  const pool = policy === undefined ? null : commonPool(policy, models);
  if (policy === undefined || pool === null) return given;
  const { applied } = policy;
  const { configProperties: own, ...machine } = host;
  const text =
    pool.configProperties === undefined
      ? undefined
      : (input.configProperties?.get(pool.configProperties)?.head ?? null);
  const properties = text === undefined ? own : text === null ? undefined : parseConfigProperties(text);
  const path = pool.configProperties ?? configPropertiesPath;
  return {
    ...input,
    host: {
      ...machine,
      ...(pool.gpus === undefined ? {} : { gpus: pool.gpus }),
      ...(pool.cpuCores === undefined ? {} : { cpuCores: pool.cpuCores }),
      ...(pool.entry === undefined ? {} : { entry: pool.entry }),
      ...(properties === undefined ? {} : { configProperties: properties }),
    },
    ...(path === undefined || properties === undefined ? {} : { configPropertiesPath: path }),
    // The policy's version is that of hosts without a pool, and here there is none.
    policy:
      pool.torchserveVersion === undefined
        ? policy
        : {
            ...policy,
            applied: {
              ...applied,
              policy: { ...applied.policy, torchserveVersion: pool.torchserveVersion },
            },
          },
  };
}

function commonPool(
  policy: NonNullable<ReviewInput['policy']>,
  models: readonly ModelInput[],
): HostPool | null {
  const { applied, path: policyName } = policy;
  const placed = models
    .filter((model) => model.isExplicit || isModelConfig(model))
    .map(({ path }) => ({ path, pool: applied.poolOf(path) }));
  const [first] = placed;
  const other = placed.find(({ pool }) => pool?.name !== first?.pool?.name);
  if (first === undefined) return null;
  if (other === undefined) return first.pool;
  throw new UserError(
    `${first.path} and ${other.path} do not run on one host: ${policyName} has the first in ${poolWords(first.pool)} and the second in ${poolWords(other.pool)}; plan them one after the other, or with --no-policy`,
  );
}

function poolWords(pool: HostPool | null): string {
  return pool === null ? 'no pool' : `pool ${pool.name}`;
}
