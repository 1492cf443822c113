import { chmodSync, mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { createLocalGit } from '../testing/local-git.ts';
import type { LocalGit } from '../testing/local-git.ts';
import { importObjects } from './import-objects.ts';
import { listChangedFiles } from './list-changed-files.ts';
import type { ChangedFile } from './list-changed-files.ts';
import { ObjectStore } from './object-store.ts';

let local: LocalGit;
beforeEach(() => {
  local = createLocalGit();
});
afterEach(() => {
  local.remove();
});

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(local.path, path)), { recursive: true });
  writeFileSync(join(local.path, path), content);
}

function commitAll(): string {
  local.git('add', '--all');
  local.git('commit', '--quiet', '--allow-empty', '--message', 'Change');
  return local.git('rev-parse', 'HEAD').trim();
}

async function listBetween(before: string, after: string): Promise<ChangedFile[]> {
  const store = new ObjectStore();
  await importObjects(store, local.path);
  const treeOf = (sha: string): string => store.readCommit(sha)?.tree ?? '';
  return listChangedFiles(store, treeOf(before), treeOf(after), 2_000);
}

const summarize = (files: readonly ChangedFile[]): string[] =>
  files.map(({ status, previousPath, path }) =>
    [status, previousPath, path].filter((part) => part !== null).join(' '),
  );

/** `A path`, `R090 old new`, … of Git as summarize writes it. */
function summarizeGit(before: string, after: string): string[] {
  const words: Record<string, string> = {
    A: 'added',
    D: 'removed',
    M: 'modified',
    R: 'renamed',
    T: 'changed',
  };
  return local
    .git('diff', '--name-status', '--find-renames', '--no-ext-diff', before, after)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => [words[line.charAt(0)], ...line.split('\t').slice(1)].join(' '));
}

test('tells apart every way in which a file can change', async () => {
  write('kept.yaml', 'a: 1\n');
  write('edited.yaml', 'a: 1\n');
  write('removed.yaml', 'gone: true\n');
  write('old/moved.yaml', 'equal: 1\nlines: 2\n');
  write('old/moved-and-edited.yaml', 'one: 1\ntwo: 2\nthree: 3\nfour: 4\n');
  write('becomes-link.yaml', 'a: 1\n');
  write('becomes-executable.sh', 'echo\n');
  write('picture.bin', Uint8Array.of(0, 1, 2));
  const before = commitAll();
  write('edited.yaml', 'a: 2\n');
  rmSync(join(local.path, 'removed.yaml'));
  rmSync(join(local.path, 'old'), { recursive: true });
  write('new/moved.yaml', 'equal: 1\nlines: 2\n');
  write('new/moved-and-edited.yaml', 'one: 1\ntwo: 2\nthree: 3\nfour: 5\n');
  rmSync(join(local.path, 'becomes-link.yaml'));
  symlinkSync('edited.yaml', join(local.path, 'becomes-link.yaml'));
  chmodSync(join(local.path, 'becomes-executable.sh'), 0o755);
  write('picture.bin', Uint8Array.of(0, 1, 3));
  write('added.yaml', 'new: 1\n');
  const after = commitAll();

  const files = await listBetween(before, after);
  expect(summarize(files)).toEqual([
    'added added.yaml',
    'modified becomes-executable.sh',
    'changed becomes-link.yaml',
    'modified edited.yaml',
    'renamed old/moved-and-edited.yaml new/moved-and-edited.yaml',
    'renamed old/moved.yaml new/moved.yaml',
    'modified picture.bin',
    'removed removed.yaml',
  ]);
  expect(files.map(({ patch }) => patch)).toEqual([
    '@@ -0,0 +1 @@\n+new: 1',
    null,
    '@@ -1 +1 @@\n-a: 1\n+edited.yaml\n\\ No newline at end of file',
    '@@ -1 +1 @@\n-a: 1\n+a: 2',
    '@@ -1,4 +1,4 @@\n one: 1\n two: 2\n three: 3\n-four: 4\n+four: 5',
    null,
    null,
    '@@ -1 +0,0 @@\n-gone: true',
  ]);
  expect(files.map(({ sha }) => sha)).toEqual(
    files.map(({ path, status }) =>
      local.git('rev-parse', `${status === 'removed' ? before : after}:${path}`).trim(),
    ),
  );
});

/** A file of ten lines of equal length, of which the first `shared` are those of every other one. */
const tenLines = (name: string, shared: number): string =>
  Array.from({ length: 10 }, (_, at) => (at < shared ? `same ${at}\n` : `${name}${at}${at}${at}\n`)).join('');

test.each<[string, Record<string, string>, Record<string, string>, string[]]>([
  [
    'half of the bytes are enough for a rename, less are not',
    { 'a.yaml': tenLines('old', 5), 'b.yaml': 'other\n' },
    { 'x.yaml': tenLines('new', 5), 'b.yaml': 'other\n' },
    ['renamed a.yaml x.yaml'],
  ],
  [
    'four tenths are too few',
    { 'a.yaml': tenLines('old', 4) },
    { 'x.yaml': tenLines('new', 4) },
    ['added x.yaml', 'removed a.yaml'],
  ],
  [
    'an equal name wins from three quarters on',
    { 'old/a.yaml': tenLines('old', 10) },
    { 'new/a.yaml': tenLines('new', 8), 'new/b.yaml': tenLines('new', 9) },
    ['added new/b.yaml', 'renamed old/a.yaml new/a.yaml'],
  ],
  [
    'below that the most similar file wins',
    { 'old/a.yaml': tenLines('old', 10) },
    { 'new/a.yaml': tenLines('new', 7), 'new/b.yaml': tenLines('new', 9) },
    ['added new/a.yaml', 'renamed old/a.yaml new/b.yaml'],
  ],
])('%s', async (_, filesBefore, filesAfter, expected) => {
  for (const [path, text] of Object.entries(filesBefore)) write(path, text);
  const before = commitAll();
  local.git('rm', '-r', '--quiet', '.');
  for (const [path, text] of Object.entries(filesAfter)) write(path, text);
  const after = commitAll();
  expect(summarizeGit(before, after).toSorted()).toEqual(expected);
  expect(summarize(await listBetween(before, after)).toSorted()).toEqual(expected);
});

test('names the same files and renames as Git, whatever moves', async () => {
  const lines = [
    'a: 1',
    'b: 2',
    'c: 3',
    'a longer line: with a value',
    'd: 4',
    'e: 5',
    'another: long one',
    'f: 6',
  ];
  const content = fc
    .subarray(lines, { minLength: 0 })
    .map((chosen) => chosen.map((line) => `${line}\n`).join(''));
  const paths = fc.constantFrom('a.yaml', 'b.yaml', 'x/a.yaml', 'x/b.yaml', 'y/z/a.yaml', 'y/c.yaml');
  const files = fc.dictionary(paths, content, { maxKeys: 6 });
  await fc.assert(
    fc.asyncProperty(files, files, async (filesBefore, filesAfter) => {
      const commits = [filesBefore, filesAfter].map((side) => {
        local.git('rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.');
        for (const [path, text] of Object.entries(side)) write(path, text);
        return commitAll();
      });
      const [before = '', after = ''] = commits;
      const ours = summarize(await listBetween(before, after));
      expect(ours.toSorted()).toEqual(summarizeGit(before, after).toSorted());
    }),
    { numRuns: 15 },
  );
}, 60_000);

test('leaves out a patch of more lines than GitHub shows', async () => {
  write('long.yaml', '');
  const before = commitAll();
  write('long.yaml', Array.from({ length: 2_081 }, (_, at) => `key${at}: 1\n`).join(''));
  const [file] = await listBetween(before, commitAll());
  expect([file?.additions, file?.patch]).toEqual([2_081, null]);
});
