import { largerModel, unchangedModel } from '../testing/sample-models.ts';
import { sampleReport } from '../testing/sample-parts.ts';
import { fleetAssumptionPhrase } from './gpu-counts.ts';
import { isChanged, isUnread } from './is-changed.ts';

const head = largerModel.head;
if (head === null) throw new Error('the sample has a head');
const unread = { ...largerModel, changes: [], head: { ...head, outcome: 'unreadable' as const } };

test('a side that could not be read may be a change: nothing is known of it', () => {
  expect([isUnread(unread), isChanged(unread)]).toEqual([true, true]);
  expect([isUnread(unchangedModel), isChanged(unchangedModel)]).toEqual([false, false]);
  expect(isChanged({ ...largerModel, changes: [] })).toBe(false);
});

test('totals say which models they lack', () => {
  expect(fleetAssumptionPhrase(sampleReport({ models: [unread] }))).toContain('without 1 unread model');
  expect(fleetAssumptionPhrase(sampleReport({ models: [largerModel] })) ?? '').not.toContain('without');
});
