import { describeLfsPointer } from './describe-lfs-pointer.ts';

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 12345\n`;

test.each([
  ['a pointer', pointer],
  ['one with an extension', pointer.replace('oid', 'ext-0-foo sha256:00\noid')],
  ['one with line ends of Windows', pointer.replaceAll('\n', '\r\n')],
])('%s is unreadable', (_, text) => {
  expect(describeLfsPointer(text, 'abc')).toEqual({
    kind: 'unreadable',
    reason: 'lfs-pointer',
    detail: 'it is a pointer of Git LFS, and git does not have what it stands for',
    sha: 'abc',
  });
});

test.each([
  ['a configuration', 'minWorkers: 1\n'],
  ['a pointer further down', `# x\n${pointer}`],
  ['its first line alone', 'version https://git-lfs.github.com/spec/v1\n'],
  ['what is too long to be one', pointer + '#'.repeat(1024)],
])('%s is not', (_, text) => {
  expect(describeLfsPointer(text, 'abc')).toBeNull();
});
