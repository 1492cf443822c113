import type { Report } from '@topodiff/report';
// eslint-disable-next-line @nx/enforce-module-boundaries -- the package exports no zod, which programs need not load; a test does
import { ReportSchema } from '../../../report/src/report.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { json } from './json.ts';

const samples = Object.entries(sampleReports);

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, item]) => [key, reverseKeys(item)]),
  );
}

test.each(samples)('%s: the text is the report', (_name, report) => {
  expect(JSON.parse(json.render(report, {}))).toEqual(report);
});

test.each(samples)('%s: the order of the keys is the schema’s, wherever they came from', (_name, report) => {
  const shuffled = reverseKeys(report) as Report; // the same report, its keys in another order
  expect(json.render(shuffled, {})).toBe(json.render(report, {}));
});

test.each(samples)('%s: valid by the schema, and in its order of keys', (_name, report) => {
  const text = json.render(report, {});
  // Parsing puts keys into the schema's order.
  expect(JSON.stringify(ReportSchema.parse(JSON.parse(text)))).toBe(JSON.stringify(JSON.parse(text)));
});

test('formatVersion comes first, for readers that look at the first line', () => {
  expect(
    json
      .render(sampleReports['empty'] as Report, {})
      .split('\n')
      .slice(0, 2),
  ).toEqual(['{', '  "formatVersion": 1,']);
});
