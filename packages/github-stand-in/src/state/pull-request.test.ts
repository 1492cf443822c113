import { findInTree } from '../git/list-tree.ts';
import { executable } from './file-content.ts';
import { GitHubState } from './git-hub-state.ts';
import type { PullRequest } from './pull-request.ts';
import type { Repository } from './repository.ts';

let repository: Repository;
let pullRequest: PullRequest;
beforeEach(() => {
  repository = new GitHubState(() => new Date('2026-03-01T10:00:00Z')).addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { 'a.yaml': 'a: 1\nb: 1\nc: 1\n', 'b.sh': executable('x\n') } });
  repository.commit({
    branch: 'wider',
    files: { 'a.yaml': 'a: 2\nb: 2\nc: 2\n', 'b.sh': executable('y\n') },
  });
  pullRequest = repository.openPullRequest({ head: 'wider', author: 'alice' });
});

function suggest(path: string, line: number, body: string, startLine: number | null = null): number {
  pullRequest.addReview({
    author: 'bob',
    state: 'COMMENTED',
    comments: [{ path, line, startLine, body }],
  });
  return pullRequest.reviewComments.at(-1)?.id ?? 0;
}

function read(revision: string, path: string): string | undefined {
  const entry = findInTree(repository.store, repository.treeOf(repository.resolve(revision) ?? ''), path);
  return entry && repository.store.readBlob(entry.sha)?.toString('utf8');
}

describe('a suggestion', () => {
  test('is committed to the head branch by whoever presses the button', () => {
    const id = suggest('a.yaml', 3, 'Better:\n````suggestion\nb: 3\n# ```\nc: 3\n````', 2);
    const sha = pullRequest.applySuggestion(id);
    expect([pullRequest.headSha, read('wider', 'a.yaml')]).toEqual([sha, 'a: 2\nb: 3\n# ```\nc: 3\n']);
    const commit = repository.store.readCommit(sha);
    expect(commit).toMatchObject({ message: 'Apply suggestion from @bob', committer: { name: 'GitHub' } });
    expect(commit && repository.accountOf(commit.author)?.login).toBe('alice');
    expect(() => pullRequest.applySuggestion(id)).toThrow('lines that the head does not have');
  });

  test('keeps a file executable, and may remove lines', () => {
    pullRequest.applySuggestion(suggest('b.sh', 1, '```suggestion\nz\n```'), { author: 'carol' });
    const tree = repository.treeOf(pullRequest.headSha);
    expect([read('wider', 'b.sh'), findInTree(repository.store, tree, 'b.sh')?.mode]).toEqual([
      'z\n',
      '100755',
    ]);
    pullRequest.applySuggestion(suggest('a.yaml', 2, '```suggestion\n```'));
    expect(read('wider', 'a.yaml')).toBe('a: 2\nc: 2\n');
  });

  test('does not apply where there is none, or nothing to change', () => {
    expect(() => pullRequest.applySuggestion(suggest('a.yaml', 1, 'No'))).toThrow('suggests nothing');
    expect(() => pullRequest.applySuggestion(1)).toThrow('suggests nothing');
    const same = suggest('a.yaml', 1, '```suggestion\na: 2\n```');
    expect(() => pullRequest.applySuggestion(same)).toThrow('suggests what is there already');
  });

  test('goes to the branch of the fork', () => {
    const fork = repository.addFork('mallory/serving');
    fork.commit({ branch: 'theirs', files: { 'a.yaml': 'a: 5\n' } });
    pullRequest = repository.openPullRequest({ head: 'theirs', headRepository: fork });
    const sha = pullRequest.applySuggestion(suggest('a.yaml', 1, '```suggestion\na: 6\n```'));
    expect([fork.resolve('theirs'), repository.resolve('theirs')]).toEqual([sha, undefined]);
  });
});

describe('closing', () => {
  test('ends following the head branch until it is opened again', () => {
    const before = repository.commit({ branch: 'wider', files: { 'c.yaml': 'a: 1\n' } });
    pullRequest.close();
    const after = repository.commit({ branch: 'wider', files: { 'c.yaml': 'a: 2\n' } });
    expect([pullRequest.state, pullRequest.headSha]).toEqual(['closed', before]);
    pullRequest.reopen();
    expect([pullRequest.state, pullRequest.closedAt, pullRequest.headSha]).toEqual(['open', null, after]);
  });

  test('merges what changed on either side, once', () => {
    repository.commit({ branch: 'main', files: { 'c.yaml': 'a: 1\n' } });
    const sha = pullRequest.merge({ author: 'bob' });
    expect([repository.resolve('main'), read('main', 'a.yaml'), read('main', 'c.yaml')]).toEqual([
      sha,
      'a: 2\nb: 2\nc: 2\n',
      'a: 1\n',
    ]);
    expect(pullRequest.merged).toMatchObject({ sha, by: { login: 'bob' } });
    expect(() => pullRequest.merge()).toThrow('#1 is closed');
    expect(() => pullRequest.reopen()).toThrow('#1 was merged');
  });

  test('does not merge a file that both sides changed', () => {
    repository.commit({ branch: 'main', files: { 'a.yaml': 'a: 9\n' } });
    expect(() => pullRequest.merge()).toThrow('a.yaml was changed on both sides');
    expect(pullRequest.state).toBe('open');
  });
});

test('dismisses reviews, and has none of an unknown id', () => {
  const { id } = pullRequest.addReview({ author: 'bob', state: 'APPROVED' });
  expect(pullRequest.dismissReview(id)?.state).toBe('DISMISSED');
  expect(pullRequest.dismissReview(1)).toBeUndefined();
  expect(pullRequest.reviews).toMatchObject([{ state: 'DISMISSED', commitId: pullRequest.headSha }]);
});
