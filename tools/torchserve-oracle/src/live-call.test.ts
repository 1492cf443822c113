import { parseLiveCall, WrongCall } from './live-call.ts';

test('a seed is enough', () => {
  expect(parseLiveCall(['--seed', '1'])).toEqual({
    seed: '1',
    parses: 2000,
    launches: 40,
    version: '0.12.0',
  });
});

test('every option is taken', () => {
  const args = ['--seed', 'a', '--parse', '7', '--launches', '0', '--torchserve', 'v0.11.1'];
  expect(parseLiveCall(args)).toEqual({ seed: 'a', parses: 7, launches: 0, version: '0.11.1' });
});

test.each([
  [[], 'usage: '],
  [['--seed', '../x'], 'usage: '],
  [['--seed', '1', '--parse', '-1'], '--parse'],
  [['--seed', '1', '--launches', 'all'], '--launches takes a number of cases, not all'],
  [['--seed', '1', '--torchserve', 'master'], '--torchserve takes 0.8.0, '],
  [['--seed', '1', '--what', '2'], '--what'],
])('%j is refused', (args, message) => {
  expect(() => parseLiveCall(args)).toThrow(message);
  expect(() => parseLiveCall(args)).toThrow(WrongCall);
});
