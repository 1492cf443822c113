import { torchserve } from '@topodiff/schema';
import type { Setting } from '@topodiff/topology';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';
import { workersWithoutPair } from '../../worker-pair.ts';

export const workersPairIncomplete = defineRule({
  id: 'workers-pair-incomplete',
  description: 'Require minWorkers and maxWorkers together',
  rationale:
    'TorchServe takes the numbers of workers from the file only as a pair, with 1 ≤ minWorkers ≤ maxWorkers. One of them alone counts for nothing, and nothing is logged: the model gets the default number of workers, or what the registration asks for.',
  area: 'workers',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties'],
  evidence: ['observed'],
  upstream: [
    torchserve('ModelServer.java', 'initModelStore: both or neither', '291-303'),
    torchserve('util/ApiUtils.java', 'handleRegister: both or neither', '199-222'),
  ],
  messages: {
    startup: '{key} is set without {missing}: TorchServe ignores it, and the number of workers is {workers}.',
    anyHost:
      '{key} is set without {missing}: TorchServe ignores it and starts its default number of workers, which depends on the GPUs and CPU cores of the host.',
    register:
      '{key} is set without {missing}: TorchServe ignores it, and the number of workers is the initial_workers of the registration, or {workers} when it names none.',
  },
  suggestions: {
    startup: 'Set {missing} to the same number.',
    anyHost: 'Set {missing} to the same number.',
    register: 'Set {missing} to the same number.',
  },
  check: ({ effective }) => {
    const { minWorkers, maxWorkers } = effective.settings;
    if (restoresSnapshot(effective)) return [];
    const lone = isAbsent(maxWorkers) ? minWorkers : maxWorkers;
    const missing = isAbsent(maxWorkers) ? maxWorkers : minWorkers;
    if (!isSet(lone) || !isAbsent(missing)) return [];
    const { messageId, params } = workersWithoutPair(effective);
    return [{ messageId, at: lone.path, params: { key: lone.key, missing: missing.key, ...params } }];
  },
});

/** Whatever its value: one that TorchServe does not take leaves the pair incomplete after it is mended, too. */
function isSet({ declared }: Setting<number>): boolean {
  return declared !== undefined && declared.kind !== 'null';
}
