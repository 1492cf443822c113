import { compareTrees } from './compare-trees.ts';
import type { GitTree, TreeEntry } from './git-tree.ts';

function tree(files: Readonly<Record<string, string>>, isComplete = true): GitTree {
  const entries = new Map<string, TreeEntry>();
  for (const [path, content] of Object.entries(files)) {
    const [mode = '', sha = ''] = content.includes(' ') ? content.split(' ') : ['100644', content];
    entries.set(path, { path, mode, sha, size: 1 });
  }
  return { isComplete, entries, entryAt: (path) => Promise.resolve(entries.get(path) ?? null) };
}

describe('compareTrees', () => {
  test('finds what was added, removed and edited, by path', () => {
    const base = tree({ 'b.yaml': '1', 'gone.yaml': '2', 'same.yaml': '3' });
    const head = tree({ 'same.yaml': '3', 'b.yaml': '4', 'a.yaml': '5' });
    expect(compareTrees(base, head)).toEqual([
      { path: 'a.yaml', previousPath: null },
      { path: 'b.yaml', previousPath: null },
      { path: 'gone.yaml', previousPath: null },
    ]);
  });

  test('a file that moves with its content is renamed, each only once', () => {
    const base = tree({ 'a.yaml': '1', 'b.yaml': '1' });
    const head = tree({ 'c.yaml': '1', 'd.yaml': '1', 'e.yaml': '1' });
    expect(compareTrees(base, head)).toEqual([
      { path: 'c.yaml', previousPath: 'a.yaml' },
      { path: 'd.yaml', previousPath: 'b.yaml' },
      { path: 'e.yaml', previousPath: null },
    ]);
  });

  test('a file that moves and is edited is renamed where a list of renames says so', () => {
    const base = tree({ 'a.yaml': '1', 'b.yaml': '2', 'stays.yaml': '3' });
    const head = tree({ 'c.yaml': '4', 'd.yaml': '1', 'stays.yaml': '3' });
    const renames = [
      { path: 'c.yaml', previousPath: 'a.yaml' },
      { path: 'd.yaml', previousPath: 'stays.yaml' },
      { path: 'nowhere.yaml', previousPath: 'b.yaml' },
    ];
    expect(compareTrees(base, head, renames)).toEqual([
      { path: 'b.yaml', previousPath: null },
      { path: 'c.yaml', previousPath: 'a.yaml' },
      { path: 'd.yaml', previousPath: null },
    ]);
  });

  test('a file that becomes a link has changed', () => {
    expect(compareTrees(tree({ 'a.yaml': '100644 1' }), tree({ 'a.yaml': '120000 1' }))).toEqual([
      { path: 'a.yaml', previousPath: null },
    ]);
  });

  test('folders are not files', () => {
    expect(compareTrees(tree({ a: '040000 1' }), tree({ a: '040000 2', 'a/b': '3' }))).toEqual([
      { path: 'a/b', previousPath: null },
    ]);
  });

  test('a file that a folder replaces is removed', () => {
    expect(compareTrees(tree({ a: '1' }), tree({ a: '040000 2' }))).toEqual([
      { path: 'a', previousPath: null },
    ]);
  });

  test('of lists that were cut no rename is concluded', () => {
    expect(compareTrees(tree({ 'a.yaml': '1' }), tree({ 'b.yaml': '1' }, false))).toEqual([
      { path: 'a.yaml', previousPath: null },
      { path: 'b.yaml', previousPath: null },
    ]);
  });
});
