import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const maxRetryZero = defineRule({
  id: 'max-retry-zero',
  description: 'Require a maxRetryTimeoutInSec above 0',
  rationale:
    'The number is the window in which a worker that died is started again and the model still counts as healthy. Without a window a single crash takes the worker away for good, and /ping answers 500.',
  area: 'workers',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['observed', 'parser-observed'],
  upstream: [torchserve('wlm/WorkerThread.java', 'run and retry: the window', '315, 535-542')],
  upstreamIssues: [3034, 2423],
  messages: {
    never:
      'maxRetryTimeoutInSec is {written}: a worker that dies is never started again, and /ping answers 500.',
  },
  suggestions: { never: 'Write the seconds in which a worker may be started again; the default is 300.' },
  check: ({ effective: { settings } }) => {
    const written = declaredInteger(settings.maxRetryTimeoutInSec);
    if (written === null || written > 0) return [];
    return [{ messageId: 'never' as const, at: settings.maxRetryTimeoutInSec.path, params: { written } }];
  },
});
