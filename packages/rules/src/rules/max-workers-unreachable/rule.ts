import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const maxWorkersUnreachable = defineRule({
  id: 'max-workers-unreachable',
  description: 'Disallow more maxWorkers than minWorkers',
  rationale:
    'TorchServe does not scale by itself: it starts minWorkers and stays there until somebody calls the management API. maxWorkers only limits what is kept when workers are scaled down.',
  area: 'workers',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/WorkLoadManager.java', 'modelChanged: starts up to minWorkers', '151-154')],
  upstreamIssues: [3339],
  messages: {
    unreachable:
      'maxWorkers is {max}, but TorchServe starts {min} and never adds one by itself: it does not scale automatically.',
  },
  suggestions: { unreachable: 'Set minWorkers and maxWorkers to the number of workers that you want.' },
  whenNotToUse: 'When workers are scaled through the management API.',
  check: ({ effective: { settings } }) => {
    const min = settings.minWorkers.configured;
    const max = settings.maxWorkers.configured;
    if (min < 1 || max <= min) return [];
    return [{ messageId: 'unreachable', at: settings.maxWorkers.path, params: { min, max } }];
  },
});
