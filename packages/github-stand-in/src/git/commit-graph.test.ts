import { GitHubState } from '../state/git-hub-state.ts';
import { formatCommit } from './commit.ts';
import { findMergeBase, listCommitsBetween } from './commit-graph.ts';
import { ObjectStore } from './object-store.ts';

test('takes the youngest commit that no other common one descends from', () => {
  const repository = new GitHubState(() => new Date()).addRepository('acme/serving');
  const commit = (branch: string, from?: string, mergeFrom: string[] = []): string =>
    repository.commit({
      branch,
      files: { [`${branch}-${mergeFrom.length}`]: 'x' },
      mergeFrom,
      ...(from === undefined ? {} : { from }),
    });
  const root = commit('main');
  const second = repository.commit({ branch: 'main', files: { second: 'x' } });
  const old = commit('old', root);
  const side = commit('side', second);
  const merged = commit('old', undefined, ['side']);
  const { store } = repository;
  expect(findMergeBase(store, second, old)).toBe(root);
  expect(findMergeBase(store, second, merged)).toBe(second);
  expect(findMergeBase(store, second, second)).toBe(second);
  expect(listCommitsBetween(store, second, merged)).toEqual([old, side, merged]);
  expect(listCommitsBetween(store, merged, second)).toEqual([]);
});

test('is not misled by clocks that went backwards', () => {
  const store = new ObjectStore();
  const commit = (time: number, ...parents: string[]): string => {
    const signature = { name: 'a', email: 'a@example.com', time, zone: '+0000' };
    const tree = store.add('tree', Buffer.alloc(0));
    return store.add(
      'commit',
      formatCommit({ tree, parents, author: signature, committer: signature, message: `At ${time}` }),
    );
  };
  const root = commit(9);
  const second = commit(1, root);
  expect(findMergeBase(store, commit(5, second), commit(7, second))).toBe(second);
});

test('finds none between unrelated histories', () => {
  const state = new GitHubState(() => new Date());
  const one = state.addRepository('acme/one');
  const two = one.addFork('acme/two');
  const first = one.commit({ branch: 'main', files: { a: '1' } });
  const second = two.commit({ branch: 'main', files: { a: '2' } });
  expect(findMergeBase(one.store, first, second)).toBeUndefined();
});
