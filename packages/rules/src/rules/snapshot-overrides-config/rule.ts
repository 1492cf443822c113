import { torchserve } from '@topodiff/schema';
import type { EffectiveConfig, Setting } from '@topodiff/topology';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { declaredValue } from '../../settings.ts';

export const snapshotOverridesConfig = defineRule({
  id: 'snapshot-overrides-config',
  description: 'Disallow keys that a restored snapshot replaces',
  rationale:
    'TorchServe restores a snapshot when config.properties has model_snapshot, as in the usual KServe layout, or when it starts again without --ts-config and --ncs. The workers, the batching, the timeouts and the parallel level that the snapshot holds then replace those of the file, and an edit of the file changes nothing.',
  area: 'file',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/Model.java', 'setModelState', '192-216'),
    torchserve('wlm/ModelManager.java', 'registerAndUpdateModel', '89-114'),
  ],
  upstreamIssues: [383],
  messages: {
    property:
      'TorchServe restores the model_snapshot of config.properties, which replaces {keys} of this file: what is written here does not count.',
    restart:
      'TorchServe restores the snapshot of its last run, which replaces {keys} of this file: what is written here does not count.',
  },
  suggestions: {
    property: 'Change the values in model_snapshot, or remove it from config.properties.',
    restart: 'Start TorchServe with --ncs or --ts-config, or delete the snapshots in its log folder.',
  },
  whenNotToUse: 'When the snapshot is written from this file.',
  check: ({ effective, host }) => {
    const isInProperties = host.configProperties?.modelSnapshot !== undefined;
    // A snapshot of other models says nothing about this one.
    if (isInProperties && effective.settings.batchSize.isAssumed) return [];
    const replaced = replacedSettings(effective);
    const [first] = replaced;
    if (first === undefined) return [];
    const keys = replaced.map(({ key }) => key).join(', ');
    const messageId = isInProperties ? 'property' : 'restart';
    return [{ messageId, at: first.path, target: 'key', params: { keys } }];
  },
});

/** What the file sets and the snapshot replaces; the workers also where the GPUs then cut their number. */
function replacedSettings(effective: EffectiveConfig): readonly Setting<number>[] {
  if (!restoresSnapshot(effective)) return [];
  const { settings } = effective;
  const { minWorkers, maxWorkers, batchSize, maxBatchDelay } = settings;
  const { responseTimeout, startupTimeout, parallelLevel } = settings;
  const others = [batchSize, maxBatchDelay, responseTimeout, startupTimeout, parallelLevel];
  return [minWorkers, maxWorkers, ...others.filter(({ cause }) => cause === 'snapshot')].filter(
    (setting) => declaredValue(setting) !== undefined,
  );
}
