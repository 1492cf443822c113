import { isCalendarDay } from './is-calendar-day.ts';

test.each([
  ['2027-01-31', true],
  ['2028-02-29', true],
  ['2027-02-29', false],
  ['2027-13-01', false],
  ['2027-00-10', false],
  ['2027-1-31', false],
  ['2027-01-31.', false],
  ['2027-01-31\n', false],
  ['20270131', false],
  ['tomorrow', false],
  ['', false],
])('%j: %s', (text, isDay) => {
  expect(isCalendarDay(text)).toBe(isDay);
});
