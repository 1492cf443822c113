import { collectOutputs, outputNames } from './outputs.ts';
import { sampleFinding, sampleFleet, sampleModel, sampleReport } from './testing/sample-report.ts';

describe('collectOutputs', () => {
  test('counts what the report holds', () => {
    const report = sampleReport({
      conclusion: 'failure',
      fleet: sampleFleet({ base: 4, head: 1 }, { base: 4, head: 8 }),
      models: [
        sampleModel({ status: 'modified', findings: [sampleFinding('error'), sampleFinding('warning')] }),
        sampleModel({ status: 'removed' }),
        sampleModel({ findings: [sampleFinding('info'), sampleFinding('error')] }),
      ],
    });
    const comment = {
      kind: 'edited',
      url: 'https://github.com/a/b/pull/1#issuecomment-2',
      duplicates: 0,
    } as const;
    expect(collectOutputs(report, comment, '/tmp/report.json')).toEqual({
      conclusion: 'failure',
      report: '/tmp/report.json',
      comment: 'edited',
      'comment-url': 'https://github.com/a/b/pull/1#issuecomment-2',
      models: '3',
      'changed-models': '2',
      errors: '2',
      warnings: '1',
      infos: '1',
      'gpus-base': '4',
      'gpus-head': '1',
      'declared-gpus-base': '4',
      'declared-gpus-head': '8',
    });
  });

  test('writes every output, also without a comment', () => {
    const outputs = collectOutputs(sampleReport(), { kind: 'disabled' }, '');
    expect(Object.keys(outputs)).toEqual([...outputNames]);
    expect(outputs['comment-url']).toBe('');
  });
});
