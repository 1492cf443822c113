import { loadReportSchema } from '@topodiff/report';
import { generateReportSchema } from './report-schema.ts';

test('the schema of the report names its members and has no limits of JavaScript', async () => {
  const text = generateReportSchema(await loadReportSchema()).get('docs/reference/report.schema.json') ?? '';
  const schema = JSON.parse(text) as { required: readonly string[]; additionalProperties: boolean }; // our own output
  expect(schema.required).toContain('formatVersion');
  expect(schema.required).toContain('models');
  expect(schema.additionalProperties).toBe(false);
  expect(text).not.toContain(String(Number.MAX_SAFE_INTEGER));
});
