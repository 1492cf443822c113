import { GitHubState } from '../state/git-hub-state.ts';
import { findMergeBase, listCommitsBetween } from './commit-graph.ts';

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

test('finds none between unrelated histories', () => {
  const state = new GitHubState(() => new Date());
  const one = state.addRepository('acme/one');
  const two = one.addFork('acme/two');
  const first = one.commit({ branch: 'main', files: { a: '1' } });
  const second = two.commit({ branch: 'main', files: { a: '2' } });
  expect(findMergeBase(one.store, first, second)).toBeUndefined();
});
