import { loadReportSchema, type Report } from '@topodiff/report';
import * as z from 'zod';
import type { PullRequestRecord, RepositoryRecord, RunRecord } from '../store/store.ts';
import { namesImproperPath } from './improper-paths.ts';
import { uploadLimits as limits } from './upload-limits.ts';

/** The body of `POST /api/reports`. */
export interface Upload {
  readonly repository: RepositoryRecord;
  readonly pullRequest: PullRequestRecord;
  readonly run: RunRecord;
  readonly report: Report;
}

/** What reading a body gives: an upload, or why it is none, on one line that repeats nothing of it. */
export type UploadResult =
  { readonly kind: 'upload'; readonly upload: Upload } | { readonly kind: 'refused'; readonly line: string };

const count = z.int().positive().max(limits.integer);
const commit = z.string().regex(/^[\da-f]{7,64}$/);
const ref = z.string().max(limits.ref);
const part = `(?!\\.{1,2}(?:/|$))[\\w.-]{1,${limits.repositoryPart}}`;

/** The schema of an upload. Made on use: the report's own schema takes a while to load. */
export async function createUploadSchema() {
  const ReportSchema = await loadReportSchema();
  return z.strictObject({
    formatVersion: z.literal(1),
    repository: z.strictObject({
      id: z.int().positive(),
      fullName: z.string().regex(new RegExp(`^${part}/${part}$`)),
    }),
    pullRequest: z.strictObject({
      number: count,
      title: z.string().max(limits.title),
      // Empty where the event that started the run does not name him.
      author: z.string().max(limits.login),
      url: z.string().max(limits.url),
      baseRef: ref,
      headRef: ref,
    }),
    run: z.strictObject({ id: z.int().positive(), attempt: count }),
    report: ReportSchema,
  });
}

let schema: ReturnType<typeof createUploadSchema> | undefined;

/** Where a mistake is and what it is, on one line and without what the upload says. */
function lineOf({ issues }: z.ZodError): string {
  const [issue] = issues;
  const path = (issue?.path ?? []).map((key) => String(key).replaceAll(/[^\w-]/g, '?')).join('.');
  const reasons: Partial<Record<NonNullable<typeof issue>['code'], string>> = {
    invalid_type: 'is missing or of another type',
    unrecognized_keys: 'has a key that the format does not know',
    invalid_value: 'has a value that the format does not know',
    too_big: 'is too long or too large',
    too_small: 'is too short or too small',
  };
  const reason = (issue === undefined ? undefined : reasons[issue.code]) ?? 'is not as the format has it';
  return `${path === '' ? 'The upload' : path.slice(0, 200)} ${reason}.`;
}

/** Whether every text can be stored: PostgreSQL takes neither NUL nor half a surrogate pair. */
function hasOnlyProperTexts(value: unknown): boolean {
  if (typeof value === 'string') {
    return value.length <= limits.text && !/[\0\p{Surrogate}]/u.test(value);
  }
  if (typeof value !== 'object' || value === null) return true;
  return Object.entries(value).every(([key, inner]) => hasOnlyProperTexts(key) && hasOnlyProperTexts(inner));
}

function hasOnlyProperTotals({ fleet, models }: Report): boolean {
  const topologies = models.flatMap(({ base, head }) => [base, head]).flatMap((side) => side?.topology ?? []);
  const totals = [
    ...[fleet.gpus, fleet.declaredGpus].flatMap(({ base, head }) => [base, head]),
    ...topologies.flatMap(({ declared, effective }) => [declared.gpus, effective.gpus]),
  ];
  return totals.every((total) => total >= 0 && total <= limits.integer);
}

/** The mistakes that the schema cannot see; null without one. */
function findMistake(report: Report): string | null {
  if (!hasOnlyProperTotals(report)) return 'The report has a number of GPUs that cannot be.';
  const { comparison } = report;
  const commits = [comparison?.base.sha, comparison?.head.sha];
  if (!commits.every((sha) => commit.safeParse(sha).success)) {
    return 'The report does not compare two commits.';
  }
  return namesImproperPath(report) ? 'The report has a path that leaves the repository.' : null;
}

function isOnServer(url: string, serverUrl: string): boolean {
  const parsed = URL.parse(url);
  const isPlain = parsed?.username === '' && parsed.password === '';
  return isPlain && parsed.protocol === 'https:' && parsed.host === new URL(serverUrl).host;
}

/** Links that lead anywhere but to GitHub are dropped: they would be shown as if GitHub had given them. */
function dropForeignLinks({ pullRequest, report, ...upload }: Upload, serverUrl: string): Upload {
  const keep = <Link extends string | null>(url: Link): Link | null =>
    url !== null && isOnServer(url, serverUrl) ? url : null;
  const dropFindings = (findings: Report['models'][number]['findings']): typeof findings =>
    findings.map((finding) => ({
      ...finding,
      // The docs of a rule are on github.com whichever server this is.
      helpUrl:
        finding.helpUrl !== null && isOnServer(finding.helpUrl, 'https://github.com')
          ? finding.helpUrl
          : null,
    }));
  const { approvals, models } = report;
  return {
    ...upload,
    pullRequest: { ...pullRequest, url: keep(pullRequest.url) ?? '' },
    report: {
      ...report,
      models: models.map((model) => ({
        ...model,
        findings: dropFindings(model.findings),
        resolvedFindings: dropFindings(model.resolvedFindings),
      })),
      approvals: approvals && {
        ...approvals,
        required: approvals.required.map((required) => ({
          ...required,
          approval: required.approval && { ...required.approval, url: keep(required.approval.url) },
        })),
        refused: approvals.refused.map((refused) => ({ ...refused, url: keep(refused.url) })),
      },
    },
  };
}

/**
 * Reads the body of an upload. It is strict: what the format does not know is a mistake.
 *
 * @param serverUrl - GitHub's, which links have to lead to
 */
export async function readUpload(body: unknown, serverUrl: string): Promise<UploadResult> {
  schema ??= createUploadSchema();
  const parsed = (await schema).safeParse(body);
  if (!parsed.success) return { kind: 'refused', line: lineOf(parsed.error) };
  if (!hasOnlyProperTexts(parsed.data)) {
    return { kind: 'refused', line: 'The upload has a text that cannot be stored.' };
  }
  const { formatVersion: _, ...upload } = parsed.data;
  const mistake = findMistake(upload.report);
  if (mistake !== null) return { kind: 'refused', line: mistake };
  return { kind: 'upload', upload: dropForeignLinks(upload, serverUrl) };
}
