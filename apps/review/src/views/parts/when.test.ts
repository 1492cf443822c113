import { ageOf } from './when.tsx';

const now = new Date('2026-11-27T12:00:00Z');

test.each([
  ['2026-11-27T11:59:30Z', 'just now'],
  ['2026-11-27T11:59:00Z', '1 minute ago'],
  ['2026-11-27T09:10:00Z', '2 hours ago'],
  ['2026-11-26T12:00:00Z', '1 day ago'],
  ['2026-09-01T12:00:00Z', '2026-09-01'],
  // A clock that goes ahead.
  ['2026-11-27T12:05:00Z', 'just now'],
])('%s was %s', (date, expected) => {
  expect(ageOf(new Date(date), now)).toBe(expected);
});
