import type { ReportSchema } from './report.ts';

/** The wire format as a zod schema. Loaded when it is asked for: no command and no action needs zod to start. */
export async function loadReportSchema(): Promise<typeof ReportSchema> {
  return (await import('./report.ts')).ReportSchema;
}
