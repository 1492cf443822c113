import { collectOutputs, outputNames, type Published } from './outputs.ts';
import { sampleFinding, sampleFleet, sampleModel, sampleReport } from './testing/sample-report.ts';

describe('collectOutputs', () => {
  test('counts what the report holds', () => {
    const report = sampleReport({
      conclusion: 'failure',
      fleet: sampleFleet({ base: 4, head: 1 }, { base: 4, head: 8 }),
      models: [
        sampleModel({ status: 'modified', findings: [sampleFinding('error'), sampleFinding('warning')] }),
        sampleModel({ status: 'removed' }),
        sampleModel({ status: 'added' }),
        sampleModel({ findings: [sampleFinding('info'), sampleFinding('error')] }),
      ],
    });
    const comment = {
      kind: 'edited',
      url: 'https://github.com/a/b/pull/1#issuecomment-2',
      duplicates: 0,
    } as const;
    const published: Published = {
      comment,
      checkRun: { kind: 'written', url: 'https://github.com/a/b/runs/3', annotations: 4 },
      suggestions: { kind: 'suggested', made: 2, known: 0, left: 0 },
      status: { kind: 'set', state: 'pending', context: 'topodiff/topology' },
      page: { kind: 'ok', value: 'https://review.example.org/reviews/a/b/1' },
      reportPath: '/tmp/report.json',
      sarifPath: '/tmp/report.sarif',
    };
    expect(collectOutputs(report, published)).toEqual({
      conclusion: 'failure',
      report: '/tmp/report.json',
      sarif: '/tmp/report.sarif',
      comment: 'edited',
      'comment-url': 'https://github.com/a/b/pull/1#issuecomment-2',
      'check-run': 'written',
      'check-run-url': 'https://github.com/a/b/runs/3',
      suggestions: '2',
      status: 'pending',
      'review-page': 'https://review.example.org/reviews/a/b/1',
      approvals: 'not-needed',
      'pending-approvals': '0',
      models: '4',
      'changed-models': '2',
      errors: '2',
      warnings: '1',
      infos: '1',
      accepted: '0',
      'over-budget': 'false',
      'gpus-base': '4',
      'gpus-head': '1',
      'declared-gpus-base': '4',
      'declared-gpus-head': '8',
    });
  });

  test('writes every output, also when nothing is published', () => {
    const disabled = { kind: 'disabled' } as const;
    const outputs = collectOutputs(sampleReport(), {
      comment: disabled,
      checkRun: disabled,
      suggestions: disabled,
      status: disabled,
      page: disabled,
      reportPath: '',
      sarifPath: '',
    });
    expect(Object.keys(outputs)).toEqual([...outputNames]);
    expect(outputs['comment-url']).toBe('');
  });
});
