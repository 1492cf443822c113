import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { loadReportSchema } from './load-report-schema.ts';
import { buildSampleReports } from './testing/sample-reports.ts';

const reports = Object.entries(buildSampleReports());
const committed: unknown = JSON.parse(
  readFileSync(new URL('../../../docs/reference/report.schema.json', import.meta.url), 'utf8'),
);

const validate = new Ajv2020({ strict: true }).compile(committed as object); // the file is an object: ajv refuses it otherwise

test.each(reports)('%s is in the wire format', async (_, report) => {
  const ReportSchema = await loadReportSchema();
  expect(ReportSchema.safeParse(report).error?.issues ?? []).toEqual([]);
});

test.each(reports)('%s satisfies the committed JSON Schema, also after JSON', (_, report) => {
  validate(JSON.parse(JSON.stringify(report)));
  expect(validate.errors ?? []).toEqual([]);
});

test('the wire format refuses what it does not know', async () => {
  const ReportSchema = await loadReportSchema();
  const [, report] = reports[0] ?? [];
  expect(ReportSchema.safeParse({ ...report, extra: 1 }).success).toBe(false);
  expect(ReportSchema.safeParse({ ...report, formatVersion: 2 }).success).toBe(false);
});
