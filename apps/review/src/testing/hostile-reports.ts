import { replaceTexts } from '@topodiff/renderers/testing';
import type { Report } from '@topodiff/report';
import { secondReport } from './example-reports.ts';

/** The example with everything in it that a policy and people add, and with the text wherever somebody can choose one. */
export function reportOfText(text: string): Report {
  return replaceTexts(fullReport, () => text, ['by', 'at']);
}

const approval = {
  by: 'mallory',
  via: 'comment',
  at: '2026-11-27T10:00:00Z',
  reason: 'reason',
  url: 'https://github.com/acme/serving/pull/12#issuecomment-1',
} as const;

/** Every part of the page has something to show. */
const fullReport: Report = {
  ...secondReport,
  approvals:
    secondReport.approvals === null
      ? null
      : {
          ...secondReport.approvals,
          required: secondReport.approvals.required.map((required, index) =>
            index === 0 ? required : { ...required, approval },
          ),
          refused: [
            { by: 'mallory', at: approval.at, fingerprint: null, reason: 'reason', url: approval.url },
          ],
          remarks: ['remark'],
        },
  models: secondReport.models.map((model) => ({
    ...model,
    previousPath: 'former',
    changedRelatedFiles: ['related'],
    resolvedFindings: model.findings,
    findings: model.findings.map((finding) => ({
      ...finding,
      acceptance: { by: 'policy', reason: 'reason', owner: 'owner', until: '2027-01-31', state: 'counts' },
    })),
  })),
};
