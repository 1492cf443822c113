import { fencedBlock } from './markdown-fence.ts';

test('the fence is longer than any run of backticks inside', () => {
  expect(fencedBlock(['+a', '-```', ' ````b'], 'diff')).toBe('`````diff\n+a\n-```\n ````b\n`````');
});

test('a line cannot become two, and tabs stay', () => {
  expect(fencedBlock(['+\ta\nb\r', '-\u202ec'], 'diff')).toBe('```diff\n+\ta\\nb\\r\n-\\u202ec\n```');
});
