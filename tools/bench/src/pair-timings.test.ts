import { pairTimings } from './pair-timings.ts';

test('a command that does more takes longer', () => {
  const slow = 'const end = Date.now() + 150; while (Date.now() < end);';
  const timings = pairTimings([process.execPath, '-e', '0'], [process.execPath, '-e', slow], 3);
  expect(timings.ratio).toBeGreaterThan(1.5);
});

test('a failing command is an error, not a figure', () => {
  expect(() =>
    pairTimings([process.execPath, '-e', '0'], [process.execPath, '-e', 'process.exit(4)'], 1),
  ).toThrow(/exited 4/);
});
