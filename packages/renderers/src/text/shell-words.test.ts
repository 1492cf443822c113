import { commandLines, shellWord } from './shell-words.ts';

test.each([
  ['--nnodes', '--nnodes'],
  ['$LOG_LOCATION/ts', '$LOG_LOCATION/ts'],
  ['a b', `'a b'`],
  ["it's", `'it'\\''s'`],
  ['', `''`],
  ['\u001b[0m', `'\\x1b[0m'`],
])('%j as a word', (word, shown) => {
  expect(shellWord(word)).toBe(shown);
});

test('a long command goes on after a backslash, options beside their values', () => {
  expect(commandLines(['torchrun', '--nnodes', '1', '--nproc-per-node', '4', 'worker.py'], 32)).toEqual([
    'torchrun --nnodes 1 \\',
    '  --nproc-per-node 4 worker.py',
  ]);
});
