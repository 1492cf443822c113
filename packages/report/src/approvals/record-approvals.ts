import type { Report } from '../report.ts';

type Approvals = NonNullable<Report['approvals']>;

/** What was found out about the approvals of a review: who approved what, and whose approval does not count. */
export interface ApprovalRecord {
  readonly approvals: ReadonlyMap<string, NonNullable<Approvals['required'][number]['approval']>>;
  readonly refused: Approvals['refused'];
  /** What could not be found out, one sentence each. */
  readonly remarks: readonly string[];
  /** Nobody with write access is kept from setting the status by himself. */
  readonly isAdvisory: boolean;
}

/** The report with the approvals that were found; one that needs none stays as it is. */
export function recordApprovals(report: Report, record: ApprovalRecord): Report {
  if (report.approvals === null) return report;
  const required = report.approvals.required.map((change) => ({
    ...change,
    approval: record.approvals.get(change.fingerprint) ?? null,
  }));
  return {
    ...report,
    approvals: {
      state: approvalState(required),
      isAdvisory: record.isAdvisory,
      rules: report.approvals.rules,
      required,
      refused: [...record.refused],
      remarks: [...record.remarks],
    },
  };
}

/** `pending` until every change that needs an approval has one. */
export function approvalState(required: Approvals['required']): Approvals['state'] {
  if (required.length === 0) return 'not-needed';
  return required.every(({ approval }) => approval !== null) ? 'approved' : 'pending';
}
