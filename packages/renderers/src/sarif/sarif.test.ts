import type { Report } from '@topodiff/report';
import type { Log, Result, Run } from 'sarif';
import { limits } from '../limits.ts';
import { reportOfManyFindings } from '../testing/many-findings.ts';
import { removedModel, renamedModel } from '../testing/sample-models.ts';
import { message, range, sampleFinding, sampleModel, sampleReport } from '../testing/sample-parts.ts';
import type { SarifOptions } from './sarif-options.ts';
import { sarif } from './sarif.ts';

function runOf(report: Report, options: SarifOptions = {}): Run {
  const { runs } = JSON.parse(sarif.render(report, options)) as Log; // another test holds it to the schema
  const [run] = runs;
  if (run === undefined || runs.length > 1) throw new Error('one run');
  return run;
}

function resultsOf(report: Report, options: SarifOptions = {}): readonly Result[] {
  return runOf(report, options).results ?? [];
}

function findingOf(ruleId: string, more: Partial<Parameters<typeof sampleFinding>[0]> = {}) {
  return sampleFinding({
    ruleId,
    severity: 'warning',
    messageParts: message`says ${ruleId}`,
    range: range(2, 3, 5),
    ...more,
  });
}

function reportOf(
  findings: readonly ReturnType<typeof findingOf>[],
  more: Partial<Report> = {},
  path = 'a.yaml',
): Report {
  return sampleReport({ models: [sampleModel({ path, label: '1 GPU', findings: [...findings] })], ...more });
}

describe('results', () => {
  test('place, words, fingerprint and the rule’s index', () => {
    const findings = [
      findingOf('z-rule'),
      findingOf('a-rule', { suggestionParts: message`Write ${8}.`, fingerprint: '0123' }),
    ];
    expect(resultsOf(reportOf(findings, {}, 'a b/ü.yaml'))[1]).toEqual({
      ruleId: 'a-rule',
      ruleIndex: 0,
      level: 'warning',
      message: { text: 'says a-rule\nFix: Write 8.' },
      locations: [
        {
          physicalLocation: {
            artifactLocation: { uri: 'a%20b/%C3%BC.yaml', uriBaseId: '%SRCROOT%' },
            region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 5 },
          },
        },
      ],
      partialFingerprints: { 'topodiff/v1': '0123' },
      baselineState: 'new',
    });
  });

  test('what is accepted is suppressed, and then every result says whether it is', () => {
    const accept = (by: 'policy' | 'comment', state: 'counts' | 'expired') => ({
      acceptance: { by, owner: null, until: null, reason: `it is {${by}}`, state },
    });
    const findings = [
      findingOf('a', accept('policy', 'counts')),
      findingOf('b', accept('comment', 'counts')),
      findingOf('c', accept('policy', 'expired')),
      findingOf('d'),
    ];
    expect(resultsOf(reportOf(findings)).map(({ suppressions }) => suppressions)).toEqual([
      [{ kind: 'external', status: 'accepted', justification: 'it is {policy}' }],
      [{ kind: 'inSource', status: 'accepted', justification: 'it is {comment}' }],
      [],
      [],
    ]);
    const none = resultsOf(reportOf(findings.slice(2)));
    expect(none.some((result) => 'suppressions' in result)).toBe(false);
  });

  test('an absolute path is relative to nothing', () => {
    const [result] = resultsOf(reportOf([findingOf('a')], {}, '/srv/a#1.yaml'));
    expect(result?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({
      uri: 'file:///srv/a%231.yaml',
    });
  });

  test('worst first, new before known, and last what only base had', () => {
    const findings = [
      findingOf('info', { severity: 'info' }),
      findingOf('known-error', { severity: 'error', isInBase: true }),
      findingOf('first-warning'),
      findingOf('second-warning'),
      findingOf('new-error', { severity: 'error' }),
    ];
    const resolved = [findingOf('gone-info', { severity: 'info' }), findingOf('gone', { severity: 'error' })];
    const models = [sampleModel({ path: 'a.yaml', label: '1 GPU', findings, resolvedFindings: resolved })];
    expect(
      resultsOf(sampleReport({ models })).map(({ ruleId, baselineState }) => [ruleId, baselineState]),
    ).toEqual([
      ['new-error', 'new'],
      ['known-error', 'unchanged'],
      ['first-warning', 'new'],
      ['second-warning', 'new'],
      ['info', 'new'],
      ['gone', 'absent'],
      ['gone-info', 'absent'],
    ]);
  });

  test('without a comparison nothing is new', () => {
    const [result] = resultsOf(reportOf([findingOf('a')], { comparison: null }));
    expect(result).not.toHaveProperty('baselineState');
  });

  test('what only base had is at its path there, has no fix, and can be left out', () => {
    const gone = findingOf('gone', { fix: { edits: [{ range: range(1, 1, 2), text: '' }] } });
    const models = [
      { ...renamedModel, resolvedFindings: [gone] },
      { ...removedModel, findings: [], resolvedFindings: [gone] },
    ];
    const results = resultsOf(sampleReport({ models }));
    expect(results.map(({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri)).toEqual([
      renamedModel.previousPath,
      removedModel.path,
    ]);
    expect(results.every((result) => result.fixes === undefined)).toBe(true);
    expect(runOf(sampleReport({ models }), { resolvedFindings: 'omitted' }).tool.driver.rules).toEqual([]);
  });

  test('a fix is its edits, word for word', () => {
    const fix = {
      edits: [
        { range: range(2, 3, 5), text: '8 # {0} [a](b)\n' },
        { range: range(4, 1, 1, 5), text: '' },
      ],
    };
    const [result] = resultsOf(reportOf([findingOf('a', { fix, suggestionParts: message`Write ${8}.` })]));
    expect(result?.fixes).toEqual([
      {
        description: { text: 'Write 8.' },
        artifactChanges: [
          {
            artifactLocation: { uri: 'a.yaml', uriBaseId: '%SRCROOT%' },
            replacements: [
              {
                deletedRegion: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 5 },
                insertedContent: { text: '8 # {0} [a](b)\n' },
              },
              { deletedRegion: { startLine: 4, startColumn: 1, endLine: 5, endColumn: 1 } },
            ],
          },
        ],
      },
    ]);
  });

  test('a value is neither a link nor a placeholder', () => {
    const [result] = resultsOf(
      reportOf([findingOf('a', { messageParts: message`is ${'[click](https://example.com) {0}'}` })]),
    );
    expect(result?.message.text).toBe('is [click] (https://example.com) {{0}}');
  });
});

describe('rules', () => {
  const rules = [
    { id: 'b-rule', description: 'Require b', rationale: 'TorchServe *stops*.', severity: 'error' },
    { id: 'without-finding', description: 'Require c', rationale: 'It matters.', severity: 'info' },
  ] as const;

  test('one for each id that occurs, sorted, with what is known of it', () => {
    const findings = [findingOf('b-rule'), findingOf('a-rule'), findingOf('b-rule')];
    const descriptors = runOf(reportOf(findings), { rules }).tool.driver.rules ?? [];
    expect(descriptors.map(({ id, name }) => [id, name])).toEqual([
      ['a-rule', 'ARule'],
      ['b-rule', 'BRule'],
    ]);
    expect(descriptors[0]?.defaultConfiguration).toEqual({ level: 'warning' });
    expect(descriptors[1]).toMatchObject({
      shortDescription: { text: 'Require b.' },
      fullDescription: { text: 'TorchServe *stops*.' },
      helpUri: 'https://github.com/topodiff/topodiff/blob/main/docs/rules/b-rule.md',
      defaultConfiguration: { level: 'error' },
    });
    expect(descriptors[1]?.help?.markdown).toContain('TorchServe \\*stops\\*.');
  });

  test('what is no rule has help without a page', () => {
    const [descriptor] =
      runOf(reportOf([findingOf('input/symlink', { helpUrl: null })])).tool.driver.rules ?? [];
    expect(descriptor).not.toHaveProperty('helpUri');
    expect(descriptor?.help?.text).toMatch(/no rule/);
  });
});

describe('the run', () => {
  const notice = {
    code: 'tree-truncated',
    severity: 'error',
    message: 'GitHub cut the tree.',
    path: null,
  } as const;

  test('an error notice means that the execution failed', () => {
    expect(runOf(reportOf([], { notices: [notice] })).invocations).toEqual([
      {
        executionSuccessful: false,
        toolExecutionNotifications: [
          { descriptor: { id: 'tree-truncated' }, level: 'error', message: { text: 'GitHub cut the tree.' } },
        ],
      },
    ]);
    expect(runOf(reportOf([findingOf('a', { severity: 'error' })])).invocations).toEqual([
      { executionSuccessful: true },
    ]);
  });

  test('the revision needs a repository', () => {
    expect(runOf(reportOf([]))).not.toHaveProperty('versionControlProvenance');
    expect(runOf(reportOf([]), { repositoryUrl: 'not a link' })).not.toHaveProperty(
      'versionControlProvenance',
    );
    const repositoryUrl = 'https://github.com/octo-org/serving';
    expect(runOf(reportOf([]), { repositoryUrl }).versionControlProvenance?.[0]?.revisionId).toBe(
      reportOf([]).comparison?.head.sha,
    );
    expect(
      runOf(reportOf([], { comparison: null }), { repositoryUrl }).versionControlProvenance?.[0],
    ).not.toHaveProperty('revisionId');
  });
});

describe('limits', () => {
  const saidBy = (run: Run) =>
    run.invocations?.[0]?.toolExecutionNotifications?.map(({ message: { text } }) => text) ?? [];

  test('as many as GitHub shows need no word', () => {
    expect(saidBy(runOf(reportOfManyFindings(limits.sarifResultsShown)))).toEqual([]);
  });

  test('more than GitHub shows are all there, worst first', () => {
    const run = runOf(reportOfManyFindings(6_000));
    expect(run.results).toHaveLength(6_000);
    expect(run.results?.slice(0, 2_000).every(({ level }) => level === 'error')).toBe(true);
    expect(saidBy(run)).toEqual([
      'All 6000 results are here, worst first; GitHub shows the first 5000 and drops 1000.',
    ]);
  });

  test('more than GitHub takes lose the mildest, and the numbers are said', () => {
    const run = runOf(reportOfManyFindings(25_002));
    expect(run.results).toHaveLength(25_000);
    expect(run.results?.at(-1)?.level).toBe('note');
    expect(saidBy(run)).toEqual([
      '25002 results are more than the 25000 that GitHub takes: the 25000 worst are here, 2 are left out. GitHub shows the first 5000.',
    ]);
  });
});
