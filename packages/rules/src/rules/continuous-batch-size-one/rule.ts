import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const continuousBatchSizeOne = defineRule({
  id: 'continuous-batch-size-one',
  description: 'Require a batchSize above 1 beside continuousBatching',
  rationale:
    'Continuous batching fills free places of a running batch. A batch of one, which is the default, has none: requests are served one after the other.',
  area: 'batching',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties'],
  versions: { since: '0.9.0' },
  evidence: ['source'],
  upstream: [torchserve('wlm/ContinuousBatching.java', 'getRequest: up to batchSize jobs', '25')],
  messages: { one: 'continuousBatching is on, but batchSize is 1: nothing is batched.' },
  suggestions: { one: 'Set batchSize to the number of requests that the handler keeps at a time.' },
  check: ({ effective: { settings } }) => {
    const { continuousBatching, batchSize, asyncCommunication } = settings;
    // An asynchronous worker cannot batch so at all, which is another finding.
    if (!continuousBatching.value || batchSize.value !== 1 || asyncCommunication.value) return [];
    const { path } = isAbsent(batchSize) ? continuousBatching : batchSize;
    return [{ messageId: 'one' as const, at: path }];
  },
});
