import { GithubError } from './external-error.ts';
import { loadTree } from './git-tree.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const repository = { owner: 'acme', repo: 'serving' };
const file = (path: string, sha: string) => ({ path, mode: '100644', type: 'blob', sha, size: 3 });
const folder = (path: string, sha: string) => ({ path, mode: '040000', type: 'tree', sha });

/** A repository whose recursive list GitHub cuts. */
function cutRepository(folders: Readonly<Record<string, { tree: unknown[]; truncated?: boolean }>>) {
  return scriptedClient((_route, { tree_sha: sha, recursive }) => {
    if (recursive !== undefined) return respond(200, { sha, tree: [], truncated: true });
    const answer = folders[String(sha)];
    return answer === undefined ? respond(404, {}) : respond(200, { truncated: false, ...answer });
  });
}

describe('loadTree', () => {
  test('reads all files in one request', async () => {
    const listed = [folder('a', 'f1'), file('a/b.yaml', 'b1')];
    const client = scriptedClient(() => respond(200, { sha: 'c1', tree: listed, truncated: false }));
    const tree = await loadTree(client, repository, 'c1');
    expect(await tree.entryAt('a/b.yaml')).toEqual({ path: 'a/b.yaml', mode: '100644', sha: 'b1', size: 3 });
    expect(await tree.entryAt('a')).toEqual({ path: 'a', mode: '040000', sha: 'f1', size: null });
    expect(await tree.entryAt('b')).toBeNull();
    expect(client.requests.map(({ params }) => params)).toEqual([
      { owner: 'acme', repo: 'serving', tree_sha: 'c1', recursive: '1' },
    ]);
  });

  test('walks the folders of a list that GitHub cut, each once', async () => {
    const client = cutRepository({
      c1: { tree: [folder('a', 'f1'), file('x', 'x1')] },
      f1: { tree: [file('b.yaml', 'b1')] },
    });
    const tree = await loadTree(client, repository, 'c1');
    expect(tree.isComplete).toBe(false);
    expect(await tree.entryAt('a/b.yaml')).toEqual({ path: 'a/b.yaml', mode: '100644', sha: 'b1', size: 3 });
    expect(await tree.entryAt('a/c.yaml')).toBeNull();
    expect(await tree.entryAt('x/c.yaml')).toBeNull();
    expect(await tree.entryAt('n/c.yaml')).toBeNull();
    expect(client.requests.map(({ params }) => params['tree_sha'])).toEqual(['c1', 'c1', 'f1']);
  });

  test('says so when a single folder is cut and the file is not in what is left', async () => {
    const client = cutRepository({ c1: { tree: [file('x', 'x1')], truncated: true } });
    const tree = await loadTree(client, repository, 'c1');
    expect(await tree.entryAt('x')).toEqual({ path: 'x', mode: '100644', sha: 'x1', size: 3 });
    await expect(tree.entryAt('y')).rejects.toEqual(
      expect.objectContaining({
        message: 'cannot list the files of a commit: GitHub cut the list of a folder on the way to y',
      }),
    );
  });

  test.each([
    { name: 'no tree', data: {} },
    { name: 'an entry without a mode', data: { tree: [{ path: 'a', sha: 'b' }] } },
    { name: 'no object', data: 'hello' },
  ])('an answer with $name is an error of GitHub', async ({ data }) => {
    const client = scriptedClient(() => respond(200, data));
    await expect(loadTree(client, repository, 'c1')).rejects.toBeInstanceOf(GithubError);
  });
});
