import type { ReportChange } from '@topodiff/report';
import { hasNews } from './has-news.ts';
import { sampleFinding, sampleModel, sampleReport } from './testing/sample-report.ts';

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
  ])('%s is news', (_name, report) => {
    expect(hasNews(report)).toBe(true);
  });
});
