import { parseModelConfig } from '@topodiff/schema';
import type { FixEdit } from './fix-edit.ts';
import { resolveFix } from './resolve-fix.ts';
import { applyTextEdits } from './text-edit.ts';

/** The text after the fix, or null when it is not made. */
function fix(text: string, ...edits: readonly FixEdit[]): string | null {
  const resolved = resolveFix(edits, parseModelConfig(text));
  return resolved === null ? null : applyTextEdits(text, resolved);
}

const replace = (text: string, ...at: readonly (string | number)[]): FixEdit => ({
  kind: 'replace-value',
  at,
  text,
});
const rename = (name: string, ...at: readonly string[]): FixEdit => ({ kind: 'rename-key', at, name });
const remove = (...at: readonly string[]): FixEdit => ({ kind: 'remove-entry', at });
const add = (key: string, text: string, ...map: readonly string[]): FixEdit => ({
  kind: 'add-entry',
  map,
  key,
  text,
});

describe('replace-value', () => {
  test.each([
    ['quotes and the comment behind', 'a: "4" # four\nb: 1\n', 'a: 4 # four\nb: 1\n'],
    ['a tag goes with the value', 'a: !!str 3\n', 'a: 4\n'],
    ['an empty value', 'a:\nb: 1\n', 'a: 4\nb: 1\n'],
    ['an empty value behind a blank', 'a: \nb: 1\n', 'a: 4 \nb: 1\n'],
    ['an alias itself', 'b: &x 3\na: *x\n', 'b: &x 3\na: 4\n'],
    ['in flow style', '{a: "4", b: 1}\n', '{a: 4, b: 1}\n'],
    ['the winner of a duplicate', 'a: 1\na: "4"\n', 'a: 1\na: 4\n'],
  ])('%s', (_, before, after) => expect(fix(before, replace('4', 'a'))).toBe(after));

  test.each([
    ['a value with an anchor', 'a: &x "4"\nb: *x\n'],
    ['a merged value', 'x: &x\n  a: "4"\n<<: *x\n'],
    ['a missing one', 'b: 1\n'],
  ])('not %s', (_, text) => expect(fix(text, replace('4', 'a'))).toBeNull());

  test('below an alias it is somebody else’s', () => {
    expect(fix('b: &x {c: "1"}\na: *x\n', replace('1', 'a', 'c'))).toBeNull();
    expect(fix('b: &x {c: "1"}\na: *x\n', replace('1', 'b', 'c'))).toBe('b: &x {c: 1}\na: *x\n');
  });

  test('an item of a list', () => {
    expect(fix('a:\n  - "1"\n  - 2\n', replace('1', 'a', 0))).toBe('a:\n  - 1\n  - 2\n');
  });
});

describe('rename-key', () => {
  test('keeps everything else', () => {
    expect(fix('# top\n"Batch" : 1 # x\n', rename('batchSize', 'Batch'))).toBe('# top\nbatchSize : 1 # x\n');
    expect(fix('a:\n  b_c: 1\n', rename('b-c', 'a', 'b_c'))).toBe('a:\n  b-c: 1\n');
  });

  test('not into a key that is there, nor one of two', () => {
    expect(fix('a: 1\nb: 2\n', rename('b', 'a'))).toBeNull();
    expect(fix('a: 1\na: 2\n', rename('b', 'a'))).toBeNull();
  });
});

describe('remove-entry', () => {
  test.each([
    ['a line', 'a: 1\nb: 2\n', 'b: 2\n'],
    ['with CRLF', 'a: 1\r\nb: 2\r\n', 'b: 2\r\n'],
    ['the last line without a line break', 'b: 2\na: 1', 'b: 2\n'],
    ['a comment behind it stays', 'b: 2\na: 1  # why\n', 'b: 2\n# why\n'],
    ['comments around it stay', '# before\na: 1\n# after\nb: 2\n', '# before\n# after\nb: 2\n'],
    ['a collection over several lines', 'a:\n  - 1\n  - 2\nb: 2\n', 'b: 2\n'],
    ['in flow style, the first', '{a: 1, b: 2}\n', '{b: 2}\n'],
    ['in flow style, the last', '{b: 2, a: 1}\n', '{b: 2}\n'],
  ])('%s', (_, before, after) => expect(fix(before, remove('a'))).toBe(after));

  test('inside a section', () => {
    expect(fix('s:\n  a: 1\n  b: 2\n', remove('s', 'b'))).toBe('s:\n  a: 1\n');
  });

  test.each([
    ['the only entry, which would leave nothing', 'a: 1\n'],
    ['one of two', 'a: 1\na: 2\nb: 3\n'],
    ['the first of a list item, whose line starts with the dash', '- a: 1\n  b: 2\n'],
  ])('not %s', (_, text) => expect(fix(text, remove('a'))).toBeNull());
});

describe('add-entry', () => {
  test('before the first entry, indented alike', () => {
    expect(fix('# top\nb: 2\n', add('a', 'true'))).toBe('# top\na: true\nb: 2\n');
    expect(fix('s:\r\n  b: 2\r\n', add('a', '1', 's'))).toBe('s:\r\n  a: 1\r\n  b: 2\r\n');
    expect(fix('{b: 2}\n', add('a', '1'))).toBe('{a: 1, b: 2}\n');
    expect(fix('\ufeffb: 2\n', add('a', '1'))).toBe('\ufeffa: 1\nb: 2\n');
  });

  test('not when it is there, nor into an empty map, an alias or a merge', () => {
    expect(fix('a: 1\n', add('a', '2'))).toBeNull();
    expect(fix('s: {}\n', add('a', '2', 's'))).toBeNull();
    expect(fix('t: &t {b: 1}\ns: *t\n', add('a', '2', 's'))).toBeNull();
  });
});

test('a fix is made as a whole or not at all', () => {
  expect(fix('a: "1"\nb: 2\n', replace('1', 'a'), remove('c'))).toBeNull();
  expect(fix('a: "1"\nb: 2\nc: 3\n', replace('1', 'a'), remove('c'))).toBe('a: 1\nb: 2\n');
});
