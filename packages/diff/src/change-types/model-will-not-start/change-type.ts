import { torchserve } from '@topodiff/schema';
import { describeStartFailure, startFailureMessages } from '../../start-failure.ts';
import { defineChangeType } from '../../change-type.ts';

export const modelWillNotStart = defineChangeType({
  id: 'model-will-not-start',
  description: 'A model that starts at base never serves at head.',
  area: 'file',
  action: 'changed',
  opposite: 'model-will-start-again',
  messages: startFailureMessages('The model will not start: '),
  impacts: [
    {
      level: 'breaking',
      reason: 'Every model of the server goes down with it.',
      when: 'the whole server stops',
      holds: (params) => params['kind'] === 'server-exits',
    },
    { level: 'breaking', reason: 'Requests for the model fail, and its replacement never becomes ready.' },
  ],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: retry', '500-542'),
    torchserve('wlm/ModelManager.java', 'updateModel', '606-631'),
    torchserve('ModelServer.java', 'initModelStore', '234-238'),
  ],
  find({ both }) {
    if (both === null || !both.base.topology.willStart || both.head.topology.willStart) return [];
    const { range, ...failure } = describeStartFailure(both.head);
    return [{ ...failure, headRange: range }];
  },
});
