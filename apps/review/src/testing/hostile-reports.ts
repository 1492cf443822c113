import type { Report } from '@topodiff/report';
import { secondReport } from './example-reports.ts';

/** Values of closed sets in the format: no pull request chooses them. */
const closedKeys = new Set([
  'conclusion',
  'failOn',
  'entry',
  'status',
  'outcome',
  'origin',
  'severity',
  'impact',
  'layer',
  'action',
  'launcher',
  'device',
  'decidedBy',
  'gpusPerWorker',
  'scope',
  'state',
  'via',
  'by',
  'kinds',
  'permission',
  'preset',
  'at',
]);

/** The example with everything in it that a policy and people add, and with the text wherever somebody can choose one. */
export function reportOfText(text: string): Report {
  return replaceTexts(fullReport, '', text) as Report; // only texts outside closed sets are replaced
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

function replaceTexts(value: unknown, key: string, text: string): unknown {
  if (typeof value === 'string') {
    const isClosed =
      closedKeys.has(key) || (key === 'kind' && ['text', 'value'].includes(value)) || value === 'topodiff';
    if (isClosed) return value;
    // The first character of a line of a diff is the format's.
    return key === 'lines' ? `${value.charAt(0)}${text}` : text;
  }
  if (Array.isArray(value)) return value.map((item) => replaceTexts(item, key, text));
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, item]) => [
      key === 'environment' ? text : name,
      replaceTexts(item, name, text),
    ]),
  );
}
