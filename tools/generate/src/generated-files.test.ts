import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compareGenerated } from './compare-generated.ts';
import { loadGeneratedFiles, writeGeneratedFiles } from './generated-files.ts';

describe('generated files on disk', () => {
  let root = '';
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'generate-'));
    await mkdir(join(root, 'docs/rules/deeper'), { recursive: true });
    await writeFile(join(root, 'docs/rules/kept.md'), 'kept\n');
    await writeFile(join(root, 'docs/rules/deeper/stale.md'), 'stale\n');
    await writeFile(join(root, 'docs/report.json'), '{}\n');
    await writeFile(join(root, 'docs/hand-written.md'), 'mine\n');
  });
  afterEach(() => rm(root, { recursive: true }));

  test('are read from the owned folders and files only', async () => {
    const files = await loadGeneratedFiles(root, [
      'docs/rules/',
      'docs/report.json',
      'docs/none.json',
      'none/',
    ]);
    expect(Object.fromEntries(files)).toEqual({
      'docs/rules/kept.md': 'kept\n',
      'docs/rules/deeper/stale.md': 'stale\n',
      'docs/report.json': '{}\n',
    });
  });

  test('are the same as generated after writing', async () => {
    const owned = ['docs/rules/', 'docs/report.json', 'docs/new/page.md'];
    const expected = new Map([
      ['docs/rules/kept.md', 'kept\n'],
      ['docs/report.json', '{"a":1}\n'],
      ['docs/new/page.md', 'new\n'],
    ]);
    const differences = compareGenerated(expected, await loadGeneratedFiles(root, owned));
    expect(differences.map(({ kind }) => kind)).toEqual(['missing', 'different', 'extra']);
    await writeGeneratedFiles(root, expected, differences);
    expect(compareGenerated(expected, await loadGeneratedFiles(root, owned))).toEqual([]);
    expect(Object.fromEntries(await loadGeneratedFiles(root, ['docs/hand-written.md']))).toEqual({
      'docs/hand-written.md': 'mine\n',
    });
  });
});
