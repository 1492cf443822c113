import { sampleReport, withApprovals } from '../testing/make-upload.ts';
import { UnreadableReportError, upgradeReport } from './upgrade-report.ts';
import type { ReportFormat, ReportUpgrade } from './upgrade-report.ts';

const report = sampleReport();

test('a report of this version is read as it is', async () => {
  expect(await upgradeReport(structuredClone(report))).toEqual(report);
});

test('a report of an older version is upgraded step by step', async () => {
  const format: ReportFormat = {
    upgrades: new Map<number, ReportUpgrade>([
      [-1, ({ result, ...rest }) => ({ ...rest, formatVersion: 0, verdict: result })],
      [0, ({ verdict, ...rest }) => ({ ...rest, formatVersion: 1, conclusion: verdict })],
    ]),
    additions: [(json) => ('skipped' in json ? json : { ...json, skipped: [] })],
  };
  const { conclusion, skipped: _, ...rest } = report;
  expect(await upgradeReport({ ...rest, formatVersion: -1, result: conclusion }, format)).toEqual(report);
  expect(await upgradeReport({ ...rest, formatVersion: 0, verdict: conclusion }, format)).toEqual(report);
  expect(await upgradeReport(report, format)).toEqual(report);
});

test('an upgrade that makes another version than the next is our mistake', async () => {
  const format: ReportFormat = { upgrades: new Map([[0, (json) => json]]), additions: [] };
  await expect(upgradeReport({ ...report, formatVersion: 0 }, format)).rejects.toThrow(
    'makes one of another version',
  );
});

test('a report that was stored before it said who may approve is read, and nobody may', async () => {
  const { approvals, ...rest } = withApprovals(report, [{ fingerprint: 'f1' }]);
  const { rules: _, ...older } = approvals ?? { rules: null };
  const upgraded = await upgradeReport({ ...rest, approvals: older });
  expect(upgraded.approvals).toEqual({
    ...older,
    rules: { permission: null, users: [], teams: [], isAuthorAllowed: false },
  });
});

test.each([
  [{ formatVersion: 2 }, 'The report has format version 2, and this topodiff reads up to 1: update topodiff'],
  [{ formatVersion: 0 }, 'Reports of format version 0 can no longer be read'],
  [{ formatVersion: '1' }, 'The report does not say which version'],
  [{}, 'The report does not say which version'],
  [null, 'A report is an object'],
  [[], 'A report is an object'],
  [{ formatVersion: 1 }, 'The report does not follow its format: '],
])('%j is refused in words', async (json, words) => {
  const reading = upgradeReport(json);
  await expect(reading).rejects.toThrow(UnreadableReportError);
  await expect(reading).rejects.toThrow(words);
});
