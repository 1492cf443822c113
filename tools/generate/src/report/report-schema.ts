import type { loadReportSchema } from '@topodiff/report';
import * as z from 'zod/mini';
import { jsonBanner } from '../banner.ts';
import type { GeneratedFiles } from '../generator.ts';
import { removeIntegerLimits } from './remove-integer-limits.ts';

type ReportSchema = Awaited<ReturnType<typeof loadReportSchema>>;

/** The JSON Schema (2020-12) of the report that `--format json` prints. */
export function generateReportSchema(schema: ReportSchema): GeneratedFiles {
  const { $schema, ...rest } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    override: removeIntegerLimits,
  });
  const document = {
    $schema,
    $comment: jsonBanner(['packages/report/src/report.ts']),
    title: 'topodiff report',
    ...rest,
  };
  return new Map([['docs/reference/report.schema.json', `${JSON.stringify(document, null, 2)}\n`]]);
}
