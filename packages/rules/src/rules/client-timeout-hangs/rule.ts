import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const clientTimeoutHangs = defineRule({
  id: 'client-timeout-hangs',
  description: 'Disallow clientTimeoutInMills',
  rationale:
    'With clientTimeoutInMills TorchServe drops requests that waited too long and answers that came too late, but it tells nobody: it sends no error and does not close the connection. The client hangs until its own timeout.',
  area: 'timeouts',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/BatchAggregator.java', 'sendResponse: a late answer is only logged', '101-128'),
    torchserve('wlm/Model.java', 'pollInferJob: a late request is only logged'),
  ],
  messages: {
    hangs:
      'clientTimeoutInMills is {milliseconds} ms: TorchServe drops a request that gets older without answering it, and the client hangs until it gives up.',
  },
  suggestions: { hangs: 'Remove it, and set a timeout in the client or in the proxy before TorchServe.' },
  whenNotToUse: 'When every client has a timeout of its own that is not longer.',
  check: ({ effective }) => {
    const { clientTimeoutInMills } = effective.settings;
    const milliseconds = clientTimeoutInMills.value;
    if (milliseconds <= 0) return [];
    return [{ messageId: 'hangs', at: clientTimeoutInMills.path, params: { milliseconds } }];
  },
});
