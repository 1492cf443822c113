import { torchserve } from '@topodiff/schema';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';
import { workersWithoutPair } from '../../worker-pair.ts';

export const workersMinGtMax = defineRule({
  id: 'workers-min-gt-max',
  description: 'Require maxWorkers to be at least minWorkers',
  rationale:
    'TorchServe takes the numbers of workers from the file only as a pair, with 1 ≤ minWorkers ≤ maxWorkers. Otherwise it ignores both without a word: the model gets the default number of workers, or what the registration asks for.',
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
    startup:
      'maxWorkers is {max}, less than minWorkers ({min}): TorchServe ignores both, and the number of workers is {workers}.',
    anyHost:
      'maxWorkers is {max}, less than minWorkers ({min}): TorchServe ignores both and starts its default number of workers, which depends on the GPUs and CPU cores of the host.',
    register:
      'maxWorkers is {max}, less than minWorkers ({min}): TorchServe ignores both, and the number of workers is the initial_workers of the registration, or {workers} when it names none.',
  },
  suggestions: {
    startup: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    anyHost: 'Set minWorkers and maxWorkers to the number of workers that you want.',
    register: 'Set minWorkers and maxWorkers to the number of workers that you want.',
  },
  check: ({ effective }) => {
    const { minWorkers, maxWorkers } = effective.settings;
    const max = declaredInteger(maxWorkers);
    if (declaredInteger(minWorkers) === null || max === null || max < 0) return [];
    const min = minWorkers.configured;
    if (min <= max || restoresSnapshot(effective)) return [];
    const { messageId, params } = workersWithoutPair(effective);
    return [{ messageId, at: maxWorkers.path, params: { min, max, ...params } }];
  },
});
