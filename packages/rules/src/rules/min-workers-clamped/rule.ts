import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const minWorkersClamped = defineRule({
  id: 'min-workers-clamped',
  description: 'Require minWorkers of at least 1',
  rationale:
    'No file can ask for a model without workers: since 0.10.0 anything below 1 becomes 1 without a word, before it was dropped, and with it the whole pair of minWorkers and maxWorkers.',
  area: 'workers',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['parser-observed', 'observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'setMinWorkers', '286-288')],
  messages: {
    raised: 'minWorkers is {written}: TorchServe takes 1 without a word.',
    dropped: 'minWorkers is {written}: this version of TorchServe ignores it, and maxWorkers with it.',
  },
  suggestions: { raised: 'Write 1 or more.', dropped: 'Write 1 or more.' },
  check: ({ effective: { settings }, host }) => {
    const written = declaredInteger(settings.minWorkers);
    if (written === null || written >= 1) return [];
    const messageId = isAtLeast(host.torchserveVersion, '0.10.0') ? 'raised' : 'dropped';
    return [{ messageId, at: settings.minWorkers.path, params: { written } }];
  },
});
