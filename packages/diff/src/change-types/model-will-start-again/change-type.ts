import { torchserve } from '@topodiff/schema';
import { describeStartFailure, startFailureMessages } from '../../start-failure.ts';
import { defineChangeType } from '../../change-type.ts';

export const modelWillStartAgain = defineChangeType({
  id: 'model-will-start-again',
  description: 'A model that never serves at base starts at head.',
  area: 'file',
  action: 'changed',
  opposite: 'model-will-not-start',
  messages: startFailureMessages('The model starts again; at base, '),
  impacts: [{ level: 'non-breaking', reason: 'Requests that fail today are answered.' }],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: retry', '500-542'),
    torchserve('wlm/ModelManager.java', 'updateModel', '606-631'),
    torchserve('ModelServer.java', 'initModelStore', '234-238'),
  ],
  find({ both }) {
    if (both === null || both.base.topology.willStart || !both.head.topology.willStart) return [];
    const { range, ...failure } = describeStartFailure(both.base);
    return [{ ...failure, baseRange: range }];
  },
});
