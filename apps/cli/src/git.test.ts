import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gitRepository, parseBlobs, parseRawDiff, parseTree } from './git.ts';
import { UserError } from './user-error.ts';

const zeros = '0'.repeat(40);
const one = '1'.repeat(40);
const two = '2'.repeat(40);

describe('parseRawDiff', () => {
  test('reads added, removed, modified and renamed files, and names with line breaks', () => {
    const output = [
      `:000000 100644 ${zeros} ${one} A`,
      'new\nname.yaml',
      `:100644 000000 ${one} ${zeros} D`,
      'gone.yaml',
      `:100644 120000 ${one} ${two} T`,
      'link.yaml',
      `:100644 100644 ${one} ${two} R087`,
      'from.yaml',
      'to.yaml',
      '',
    ].join('\0');
    expect(parseRawDiff(output)).toEqual([
      { path: 'new\nname.yaml', previousPath: null, base: null, head: { sha: one, mode: '100644' } },
      { path: 'gone.yaml', previousPath: null, base: { sha: one, mode: '100644' }, head: null },
      {
        path: 'link.yaml',
        previousPath: null,
        base: { sha: one, mode: '100644' },
        head: { sha: two, mode: '120000' },
      },
      {
        path: 'to.yaml',
        previousPath: 'from.yaml',
        base: { sha: one, mode: '100644' },
        head: { sha: two, mode: '100644' },
      },
    ]);
  });

  test('no difference is an empty list', () => {
    expect(parseRawDiff('')).toEqual([]);
  });

  test.each(['::100644 100644 100644 a b c MM', 'warning: x'])(
    'leaves no file out in silence: %s',
    (line) => {
      const output = [`:000000 100644 ${zeros} ${one} A`, 'a.yaml', line, 'b.yaml', ''].join('\0');
      expect(() => parseRawDiff(output)).toThrow('git diff-tree wrote what is no line of it');
    },
  );
});

test('parseTree reads files by path, with line breaks in a name', () => {
  const output = [
    `100644 blob ${one}\ta/b.yaml`,
    `120000 blob ${two}\tnew\nname`,
    `160000 commit ${one}\tsub`,
    '',
  ].join('\0');
  expect(parseTree(output)).toEqual(
    new Map([
      ['a/b.yaml', { sha: one, mode: '100644' }],
      ['new\nname', { sha: two, mode: '120000' }],
      ['sub', { sha: one, mode: '160000' }],
    ]),
  );
});

describe('parseBlobs', () => {
  test('takes bytes by their number, not by what is in them, and leaves out what is missing', () => {
    const output = Buffer.from(`${one} blob 5\na\nb\n\n\n${zeros} missing\n${two} blob 0\n\n`);
    const texts = [...parseBlobs(output)].map(([sha, bytes]) => [sha, Buffer.from(bytes).toString()]);
    expect(texts).toEqual([
      [one, 'a\nb\n\n'],
      [two, ''],
    ]);
  });
});

describe('gitRepository', () => {
  let folder: string;
  const git = (...args: string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@example.org', ...args], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'topodiff-git-'));
    git('init', '--quiet', '--initial-branch=main');
    writeFileSync(join(folder, 'model-config.yaml'), 'minWorkers: 1\n');
    git('add', '.');
    git('commit', '--quiet', '-m', 'base');
    git('checkout', '--quiet', '-b', 'topic');
    symlinkSync('model-config.yaml', join(folder, 'link-model-config.yaml'));
    git('add', '.');
    git('commit', '--quiet', '-m', 'head');
    git('checkout', '--quiet', 'main');
    writeFileSync(join(folder, 'other.txt'), 'x');
    git('add', '.');
    git('commit', '--quiet', '-m', 'moved on');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test('compares from the merge base, so that commits on the base branch are no change', async () => {
    const repository = gitRepository(folder);
    const { mergeBase, head } = await repository.resolveRevisions('main', 'topic');
    expect(mergeBase).toBe(git('rev-parse', 'main~1'));
    const files = await repository.listChangedFiles(mergeBase, head);
    expect(files.map((file) => [file.path, file.base, file.head?.mode])).toEqual([
      ['link-model-config.yaml', null, '120000'],
    ]);
    expect(Buffer.from(await repository.readBlob(files[0]?.head?.sha ?? '')).toString()).toBe(
      'model-config.yaml',
    );
  });

  test('says what a revision has at a path', async () => {
    const repository = gitRepository(folder);
    const entry = { sha: git('rev-parse', 'main:other.txt'), mode: '100644' };
    expect(await repository.entryAt('main', 'other.txt')).toEqual(entry);
    expect(await repository.entryAt('topic', 'other.txt')).toBeNull();
  });

  test('reads all files of a revision, and many blobs at once', async () => {
    const repository = gitRepository(folder);
    const files = await repository.listFiles('topic');
    expect([...files.keys()]).toEqual(['link-model-config.yaml', 'model-config.yaml']);
    const shas = [...files.values()].map(({ sha }) => sha);
    const blobs = await repository.readBlobs([...shas, ...shas, zeros]);
    expect(shas.map((sha) => Buffer.from(blobs.get(sha) ?? []).toString())).toEqual([
      'model-config.yaml',
      'minWorkers: 1\n',
    ]);
    expect(blobs.size).toBe(2);
    expect(await repository.readBlobs([])).toEqual(new Map());
  });

  test('counts the commits by which a branch is ahead', async () => {
    const repository = gitRepository(folder);
    expect(await repository.countCommits('topic', 'main')).toBe(1);
    expect(await repository.countCommits('main', 'main')).toBe(0);
  });

  test('takes paths from the directory that it is asked in', async () => {
    mkdirSync(join(folder, 'a/b'), { recursive: true });
    const repository = gitRepository(join(folder, 'a/b'));
    expect(await repository.pathFromTop('../model-config.yaml')).toBe('a/model-config.yaml');
    expect(await repository.pathFromTop('../..')).toBe('');
    await expect(repository.pathFromTop('../../../x')).rejects.toThrow(/is not in this repository/);
  });

  test.each(['nope', '--help', 'main:model-config.yaml'])(
    'an unusable revision is one clear line: %s',
    async (name) => {
      await expect(gitRepository(folder).resolveRevisions(name, 'topic')).rejects.toThrow(UserError);
      await expect(gitRepository(folder).resolveRevisions(name, 'topic')).rejects.toThrow(
        /git knows no revision/,
      );
    },
  );

  test('outside of a repository is one clear line', async () => {
    const outside = mkdtempSync(join(tmpdir(), 'topodiff-outside-'));
    await expect(gitRepository(outside).resolveRevisions('a', 'b')).rejects.toThrow(
      /is not in a git repository/,
    );
    rmSync(outside, { recursive: true });
  });
});
