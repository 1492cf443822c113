import type { Report } from '@topodiff/report';
import { hostileStrings } from '@topodiff/testkit';
import type { Log } from 'sarif';
import { sampleSarifOptions } from '../testing/golden-renderers.ts';
import { reportOfText } from '../testing/hostile-report.ts';
import { reportOfManyFindings } from '../testing/many-findings.ts';
import { sampleReports } from '../testing/sample-reports.ts';
import { sarifProblems } from '../testing/sarif-problems.ts';
import { sarif } from './sarif.ts';

function parsed(report: Report): Log {
  return JSON.parse(sarif.render(report, sampleSarifOptions)) as Log; // the tests hold it to the schema
}

test.each(Object.entries(sampleReports))('%s is valid by the schema of SARIF', (_name, report) => {
  expect(sarifProblems(parsed(report))).toEqual([]);
});

test.each(hostileStrings)('valid with $name everywhere', ({ text }) => {
  expect(sarifProblems(parsed(reportOfText(text)))).toEqual([]);
});

test('6,000 findings are valid', () => {
  const log = parsed(reportOfManyFindings(6_000));
  expect(log.runs[0]?.results).toHaveLength(6_000);
  expect(sarifProblems(log)).toEqual([]);
});

test('the schema refuses what is no SARIF', () => {
  const log = parsed(sampleReports['quoted-number'] as Report);
  const [run] = log.runs;
  const [result] = run?.results ?? [];
  if (run === undefined || result === undefined) throw new Error('the sample has a result');
  const withResult = (more: object) => ({ ...log, runs: [{ ...run, results: [{ ...result, ...more }] }] });
  expect(sarifProblems(withResult({}))).toEqual([]);
  expect(sarifProblems(withResult({ level: 'info' }))).toHaveLength(1);
  expect(sarifProblems(withResult({ message: undefined }))).not.toEqual([]);
  expect(sarifProblems(withResult({ severity: 'error' }))).toHaveLength(1);
  expect(
    sarifProblems(
      withResult({ locations: [{ physicalLocation: { artifactLocation: { uri: 'a b.yaml' } } }] }),
    ),
  ).toContain(
    '/runs/0/results/0/locations/0/physicalLocation/artifactLocation/uri must match format "uri-reference"',
  );
  expect(sarifProblems({ ...log, version: '2.0.0' })).not.toEqual([]);
});
