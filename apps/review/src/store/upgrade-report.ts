import { loadReportSchema, reportFormatVersion } from '@topodiff/report';
import type { Report } from '@topodiff/report';

/** A report as its JSON has it, before anything is known of it. */
export type ReportJson = Readonly<Record<string, unknown>>;

/** Changes a report of one version of the format into one of the next. */
export type ReportUpgrade = (report: ReportJson) => ReportJson;

/** How stored reports are read. */
export interface ReportFormat {
  /** By the version that they start from: the one of 0 makes version 1. */
  readonly upgrades: ReadonlyMap<number, ReportUpgrade>;
  /** What was added to the newest version after reports of it were stored first; each fills in one field where it lacks. */
  readonly additions: readonly ReportUpgrade[];
}

/** What this version of topodiff can read. */
const reportFormat: ReportFormat = {
  upgrades: new Map(),
  additions: [addApprovalRules],
};

/** A stored report that cannot be read: it is of a newer topodiff, or it is damaged. */
export class UnreadableReportError extends Error {
  override readonly name = 'UnreadableReportError';
}

/**
 * Reads a report of this or any older version of the format.
 *
 * @throws UnreadableReportError when it is none, or of a version that is not known
 */
export async function upgradeReport(json: unknown, format: ReportFormat = reportFormat): Promise<Report> {
  let report = requireObject(json);
  let version = versionOf(report);
  while (version < reportFormatVersion) {
    const upgrade = format.upgrades.get(version);
    if (upgrade === undefined) {
      throw new UnreadableReportError(`Reports of format version ${version} can no longer be read`);
    }
    report = upgrade(report);
    version += 1;
    if (versionOf(report) !== version) {
      throw new Error(`The upgrade of reports to format version ${version} makes one of another version`);
    }
  }
  for (const add of format.additions) report = add(report);
  const parsed = (await loadReportSchema()).safeParse(report);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  throw new UnreadableReportError(
    `The report does not follow its format: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? ''}`,
  );
}

function requireObject(json: unknown): ReportJson {
  if (typeof json === 'object' && json !== null && !Array.isArray(json)) return json as ReportJson;
  throw new UnreadableReportError('A report is an object');
}

function versionOf(report: ReportJson): number {
  const version = report['formatVersion'];
  if (typeof version !== 'number' || !Number.isInteger(version)) {
    throw new UnreadableReportError('The report does not say which version of the format it has');
  }
  if (version > reportFormatVersion) {
    throw new UnreadableReportError(
      `The report has format version ${version}, and this topodiff reads up to ${reportFormatVersion}: update topodiff`,
    );
  }
  return version;
}

/** Who may approve stands in reports since the dashboard takes decisions; without it, nobody is known to. */
function addApprovalRules(report: ReportJson): ReportJson {
  const approvals = report['approvals'];
  if (typeof approvals !== 'object' || approvals === null || 'rules' in approvals) return report;
  const rules = { permission: null, users: [], teams: [], isAuthorAllowed: false };
  return { ...report, approvals: { ...approvals, rules } };
}
