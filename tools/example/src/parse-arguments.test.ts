import { parseArguments } from './parse-arguments.ts';

test.each([
  [[], true, { staysUp: true }],
  [[], false, { staysUp: false }],
  [['--once'], true, { staysUp: false }],
  [['--serve'], false, { staysUp: true }],
  [['--serve', '--once'], true, null],
  [['--help'], true, null],
])('%j with a terminal: %p', (args, isTerminal, options) => {
  expect(parseArguments(args, isTerminal)).toEqual(options);
});
