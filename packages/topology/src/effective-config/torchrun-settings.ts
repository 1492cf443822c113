import { torchserve } from '@topodiff/schema';
import type { ConfiguredField, ConfiguredTorchrun } from './configured-model.ts';
import type { FrontendSettings, TorchrunSettings } from './effective-config.ts';
import { isTaken, settle, settleAs } from './make-setting.ts';
import type { Setting } from './setting.ts';

/**
 * The torchrun section. It works for pp, tp and pptp alone; of a `custom` worker only nproc-per-node counts, as its level.
 * Three keys are parsed and passed to nobody.
 *
 * Imitates frontend/server/src/main/java/org/pytorch/serve/wlm/WorkerLifeCycle.java `attachRunner` (293-324).
 */
export function resolveTorchrunSettings(
  torchrun: ConfiguredTorchrun | null,
  { parallelType }: Pick<FrontendSettings, 'parallelType'>,
): TorchrunSettings | null {
  if (torchrun === null) return null;
  const upstream = torchserve('wlm/WorkerLifeCycle.java', 'attachRunner', '293-324');
  const isUsed = parallelType.value !== 'NONE' && parallelType.value !== 'CUSTOM';
  const passed = <T>(field: ConfiguredField<T>): Setting<T> =>
    isUsed ? settle(field, upstream) : inert(field, 'no-effect');
  const inert = <T>(field: ConfiguredField<T>, cause: 'no-effect' | 'never-passed'): Setting<T> =>
    isTaken(field)
      ? settleAs(field, { value: field.configured, origin: 'overridden', cause }, upstream)
      : settle(field, upstream);
  return {
    nprocPerNode:
      parallelType.value === 'CUSTOM'
        ? settle(torchrun.nprocPerNode, upstream)
        : passed(torchrun.nprocPerNode),
    nnodes: passed(torchrun.nnodes),
    rdzvBackend: passed(torchrun.rdzvBackend),
    rdzvEndpoint: passed(torchrun.rdzvEndpoint),
    rdzvConf: inert(torchrun.rdzvConf, 'never-passed'),
    // torchrun goes by the last of two equal options, which is always `--max-restarts 1`.
    ...(torchrun.maxRestarts === undefined ? {} : { maxRestarts: inert(torchrun.maxRestarts, 'no-effect') }),
    monitorInterval: inert(torchrun.monitorInterval, 'never-passed'),
    nodeRank: inert(torchrun.nodeRank, 'never-passed'),
    ompNumberThreads: passed(torchrun.ompNumberThreads),
  };
}
