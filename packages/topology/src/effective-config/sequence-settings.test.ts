import { hostOf } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

describe('sequence batching', () => {
  test('the gate is sequenceMaxIdleMSec', () => {
    const closed = 'sequenceBatching: true\nmaxNumSequence: 5\nsequenceTimeoutMSec: 9\n';
    expect(resolveSetting(closed, 'maxNumSequence')).toEqual([0, 'ignored', 'gate-closed']);
    expect(resolveSetting(closed, 'sequenceTimeoutMSec')).toEqual([0, 'ignored', 'gate-closed']);
    expect(resolveSetting(closed, 'maxSequenceJobQueueSize')).toEqual([0, 'default']);
    expect(resolveSetting(closed, 'sequenceBatching')).toEqual([true, 'declared']);
    const open = `sequenceMaxIdleMSec: 60000\n${closed}`;
    expect(resolveSetting(open, 'maxNumSequence')).toEqual([5, 'declared']);
    expect(resolveSetting(open, 'maxSequenceJobQueueSize')).toEqual([1, 'default']);
  });

  test('in 0.10.0 the idle time alone switches it on', () => {
    const host = hostOf(0, { torchserveVersion: '0.10.0' });
    expect(resolveSetting('sequenceMaxIdleMSec: 60000\n', 'sequenceBatching', host)[0]).toBe(true);
    expect(resolveSetting('handler: {}\n', 'sequenceBatching', host)[0]).toBe(false);
  });
});
