import { writePatch } from './write-patch.ts';

test('shows three lines around a change and the nearest key above them', () => {
  const before = 'minWorkers: 1\nhandler:\n  a: 1\n  b: 2\n  c: 3\n  d: 4\n  e: 5\n';
  expect(writePatch(before, before.replace('d: 4', 'd: 40'))).toEqual({
    text: '@@ -3,5 +3,5 @@ handler:\n   a: 1\n   b: 2\n   c: 3\n-  d: 4\n+  d: 40\n   e: 5',
    additions: 1,
    deletions: 1,
  });
});

test('joins changes whose context touches and parts those further away', () => {
  const lines = Array.from({ length: 20 }, (_, at) => `${at}\n`);
  const near = lines.with(5, 'x\n').with(12, 'y\n').join('');
  const far = lines.with(5, 'x\n').with(13, 'y\n').join('');
  expect(writePatch(lines.join(''), near).text.match(/^@@.*$/gm)).toEqual(['@@ -3,14 +3,14 @@']);
  expect(writePatch(lines.join(''), far).text.match(/^@@.*$/gm)).toEqual([
    '@@ -3,7 +3,7 @@',
    '@@ -11,7 +11,7 @@',
  ]);
});

test('marks a last line without a line feed', () => {
  expect(writePatch('a', 'a\n').text).toBe('@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a');
});

test('writes an empty side as range zero', () => {
  expect(writePatch('', 'a\nb\n').text).toBe('@@ -0,0 +1,2 @@\n+a\n+b');
  expect(writePatch('a\n', '').text).toBe('@@ -1 +0,0 @@\n-a');
});

test('has no hunk for equal texts', () => {
  expect(writePatch('a\n', 'a\n')).toEqual({ text: '', additions: 0, deletions: 0 });
});
