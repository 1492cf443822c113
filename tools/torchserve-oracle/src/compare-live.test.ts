import { compareLiveLaunches, compareLiveParses } from './compare-live.ts';

const parsed = { name: 'p1', yaml: 'minWorkers: [\n', outcome: 'ignored', python: 'ParserError' };
const launched = {
  id: 3,
  torchserve: 'v0.12.0',
  gpusDetected: 0,
  configProperties: [],
  models: [{ name: 'g', modelConfig: 'minWorkers: 1\nmaxWorkers: 1\n', registered: true }],
  serverStarted: true,
};

test('equal parses are counted, on a version that has no recording too', () => {
  const text = `${JSON.stringify(parsed)}\n`;
  expect(compareLiveParses(text, '0.12.0')).toEqual({ equal: 1, total: 1, lines: [] });
  expect(compareLiveParses(text, '0.11.1')).toEqual({ equal: 1, total: 1, lines: [] });
});

test('a parse that differs is printed', () => {
  const { equal, total, lines } = compareLiveParses(
    JSON.stringify({ ...parsed, outcome: 'fatal' }),
    '0.12.0',
  );
  expect([equal, total]).toEqual([0, 1]);
  expect(lines).toEqual(['p1 0.12.0: outcome: theirs "fatal", ours "ignored"']);
});

test('an equal start is counted, and one that differs is printed', () => {
  const failed = { ...launched, id: 4, serverStarted: false };
  expect(compareLiveLaunches([launched, failed])).toEqual({
    equal: 1,
    total: 2,
    lines: ['4 v0.12.0: serverStarted: theirs false, ours true'],
  });
});

test('an unsettled start is never equal', () => {
  expect(compareLiveLaunches([{ ...launched, unsettled: ['9000'] }])).toEqual({
    equal: 0,
    total: 1,
    lines: ['3: unsettled: the workers neither came up nor failed in time'],
  });
});
