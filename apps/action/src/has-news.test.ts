import type { Report, ReportChange } from '@topodiff/report';
import { hasNews } from './has-news.ts';
import { sampleFinding, sampleFleet, sampleModel, sampleReport } from './testing/sample-report.ts';

const change: ReportChange = {
  id: 'worker-count-decreased',
  impact: 'dangerous',
  reason: 'Fewer requests at a time.',
  layer: 'frontend',
  area: 'workers',
  action: 'decreased',
  message: 'Fewer workers.',
  messageParts: [],
  base: null,
  head: null,
  fingerprint: 'f',
};

/** A budget of ten GPUs. */
const budgetOf = (base: number, head: number): Report['fleet'] => ({
  ...sampleFleet({ base, head }, { base, head }),
  budgets: [
    {
      name: 'all models',
      limit: 10,
      gpus: { base, head },
      isExceeded: head > 10,
      isBlocking: head > 10 && head > base,
      models: [],
    },
  ],
});
const notice = (code: string, severity: 'info' | 'warning') =>
  sampleReport({ notices: [{ code, severity, message: 'x', path: null }] });
const approvalsOf = (count: number): Report['approvals'] => ({
  state: count === 0 ? 'not-needed' : 'pending',
  isAdvisory: true,
  rules: { permission: 'maintain', users: [], teams: [], isAuthorAllowed: false },
  refused: [{ by: 'mallory', at: '', fingerprint: null, reason: 'no', url: null }],
  remarks: ['A remark.'],
  required: Array.from({ length: count }, () => ({
    fingerprint: 'f',
    path: 'model-config.yaml',
    label: '1 GPU',
    kinds: ['topology-change' as const],
    gpus: { base: 1, head: 2 },
    approval: null,
  })),
});

describe('hasNews', () => {
  test.each([
    ['nothing', sampleReport()],
    [
      'a file that says the same in other words',
      sampleReport({ models: [sampleModel({ status: 'modified' })] }),
    ],
    ['a file that only moved', sampleReport({ models: [sampleModel({ status: 'renamed' })] })],
    [
      'a finding that base has already',
      sampleReport({
        models: [sampleModel({ findings: [{ ...sampleFinding('warning'), isInBase: true }] })],
      }),
    ],
    [
      'a remark',
      sampleReport({ notices: [{ code: 'compared-trees', severity: 'info', message: 'x', path: null }] }),
    ],
    ['a budget that is kept', sampleReport({ fleet: budgetOf(8, 10) })],
    ['a budget that was exceeded by as much before', sampleReport({ fleet: budgetOf(12, 12) })],
    ['a policy that asks for approvals of nothing here', sampleReport({ approvals: approvalsOf(0) })],
  ])('%s is no news', (_name, report) => {
    expect(hasNews(report)).toBe(false);
  });

  test.each([
    ['a failure', sampleReport({ conclusion: 'failure' })],
    ['a change', sampleReport({ models: [sampleModel({ changes: [change] })] })],
    ['a finding', sampleReport({ models: [sampleModel({ findings: [sampleFinding('info')] })] })],
    [
      'a finding that is gone',
      sampleReport({ models: [sampleModel({ resolvedFindings: [sampleFinding('info')] })] }),
    ],
    ['an added file', sampleReport({ models: [sampleModel({ status: 'added' })] })],
    ['a removed file', sampleReport({ models: [sampleModel({ status: 'removed' })] })],
    ['a doubt', sampleReport({ notices: [{ code: 'x', severity: 'warning', message: 'x', path: null }] })],
    ['a proposed policy', notice('policy-proposed', 'info')],
    ['an ignore that is new', notice('inline-ignore-new', 'info')],
    ['a budget that is exceeded now', sampleReport({ fleet: budgetOf(8, 12) })],
    ['a budget that is exceeded by less', sampleReport({ fleet: budgetOf(14, 12) })],
    ['a change that needs an approval', sampleReport({ approvals: approvalsOf(1) })],
  ])('%s is news', (_name, report) => {
    expect(hasNews(report)).toBe(true);
  });
});
