import { torchserve } from '@topodiff/schema';
import { describeStartFailure, startFailureMessages } from '../../start-failure.ts';
import { defineChangeType } from '../../change-type.ts';

export const startFailureChanged = defineChangeType({
  id: 'start-failure-changed',
  description: 'A model never serves on either side, for another reason at head.',
  area: 'file',
  action: 'changed',
  opposite: 'start-failure-changed',
  messages: startFailureMessages('The model still does not start, for another reason: '),
  impacts: [
    {
      level: 'dangerous',
      reason:
        'The server now stops at startup, with all its other models; before, only this model did not serve.',
      when: 'the whole server stops now',
      holds: (params) => params['kind'] === 'server-exits',
    },
    { level: 'non-breaking', reason: 'The model does not serve today either.' },
  ],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: retry', '500-542'),
    torchserve('wlm/ModelManager.java', 'updateModel', '606-631'),
  ],
  find({ both }) {
    if (both === null || both.base.topology.willStart || both.head.topology.willStart) return [];
    const base = describeStartFailure(both.base);
    const head = describeStartFailure(both.head);
    if (base.messageId === head.messageId) return [];
    const { messageId, at, params, range } = head;
    return [{ messageId, at, params, headRange: range, baseAt: base.at, baseRange: base.range }];
  },
});
