import type { Json } from '../openapi/description.ts';
import { pick, pickEach } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';
import { noCommit } from '../git/no-commit.ts';

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded();
});
afterEach(() => seeded.gitHub.close());

const read = (event: Json, ...paths: readonly string[]): unknown[] =>
  pick({ text: JSON.stringify(event) }, ...paths);

test('tells of a comment on a pull request, and what it was before', async () => {
  const { gitHub, pullRequest } = seeded;
  const comment = pullRequest.addComment({ author: 'bob', body: '/topodiff' });
  const event = gitHub.issueCommentEvent(pullRequest, comment, 'edited', {
    changes: { body: { from: 'before' } },
    sender: 'carol',
  });
  expect(
    read(event, 'action', 'issue.number', 'issue.user.login', 'sender.login', 'changes.body.from'),
  ).toEqual(['edited', 1, 'alice', 'carol', 'before']);
  expect(read(event, 'issue.pull_request.url')).toEqual([`${gitHub.baseUrl}/repos/acme/serving/pulls/1`]);
  const to = `/repos/acme/serving/issues/comments/${comment.id}`;
  expect(event['comment']).toEqual(pick(await seeded.send({ to }), '')[0]);
  const created = gitHub.issueCommentEvent(pullRequest, comment, 'created');
  expect([...read(created, 'sender.login'), 'changes' in created]).toEqual(['bob', false]);
});

test('tells of a review with its state in small letters', async () => {
  const { gitHub, pullRequest } = seeded;
  const review = pullRequest.addReview({ author: 'bob', state: 'CHANGES_REQUESTED', body: 'No' });
  const event = gitHub.pullRequestReviewEvent(pullRequest, review, 'submitted');
  expect(
    read(event, 'action', 'review.state', 'review.commit_id', 'review.user.login', 'sender.login'),
  ).toEqual(['submitted', 'changes_requested', pullRequest.headSha, 'bob', 'bob']);
  const [listed] = pick(await seeded.send({ to: '/repos/acme/serving/pulls' }), '0');
  expect(event['pull_request']).toEqual(listed);
});

test('names the pull request of a run unless it comes from a fork', () => {
  const { gitHub, repository, pullRequest } = seeded;
  const fields = [
    'action',
    'workflow_run.event',
    'workflow_run.conclusion',
    'workflow_run.head_branch',
  ] as const;
  const event = gitHub.workflowRunEvent(pullRequest);
  expect(read(event, ...fields, 'workflow_run.head_sha', 'workflow_run.pull_requests.0.number')).toEqual([
    'completed',
    'pull_request',
    'success',
    'wider',
    pullRequest.headSha,
    1,
  ]);
  const fork = repository.addFork('mallory/serving');
  const sha = fork.commit({ branch: 'sneaky', files: { 'a.yaml': 'a: 1\n' } });
  const foreign = repository.openPullRequest({ head: 'sneaky', headRepository: fork });
  expect(
    read(
      gitHub.workflowRunEvent(foreign, { event: 'push', conclusion: 'failure', id: 7 }),
      'workflow_run.id',
      ...fields,
      'workflow_run.head_sha',
      'workflow_run.head_repository.id',
      'workflow_run.head_repository.full_name',
      'workflow_run.head_repository.owner.login',
      'workflow_run.pull_requests',
      'repository.full_name',
    ),
  ).toEqual([
    7,
    'completed',
    'push',
    'failure',
    'sneaky',
    sha,
    fork.id,
    'mallory/serving',
    'mallory',
    [],
    'acme/serving',
  ]);
});

test('tells of a push what it brought', () => {
  const { gitHub, repository } = seeded;
  const before = repository.resolve('main') ?? '';
  const after = repository.commit({
    branch: 'main',
    files: { 'README.md': null, 'new.yaml': 'a: 1\n', 'llama/model-config.yaml': 'minWorkers: 5\n' },
    author: 'bob',
    committer: null,
  });
  const event = gitHub.pushEvent(repository, { ref: 'refs/heads/main', before, after, sender: 'bob' });
  expect(read(event, 'ref', 'before', 'after', 'created', 'forced', 'pusher.name', 'head_commit.id')).toEqual(
    ['refs/heads/main', before, after, false, false, 'bob', after],
  );
  const [commits] = read(event, 'commits');
  const text = JSON.stringify(commits);
  expect(
    pickEach({ text }, 'id', 'added', 'removed', 'modified', 'author.username', 'committer.username'),
  ).toEqual([[after, ['new.yaml'], ['README.md'], ['llama/model-config.yaml'], 'bob', undefined]]);
});

test('tells new, forced and removed branches apart', () => {
  const { gitHub, repository, pullRequest } = seeded;
  const main = repository.resolve('main') ?? '';
  const other = repository.commit({ branch: 'other', files: { 'a.yaml': 'a: 1\n' } });
  const describe = (before: string, after: string): unknown[] => {
    const event = gitHub.pushEvent(repository, { ref: 'refs/heads/wider', before, after });
    return read(event, 'created', 'deleted', 'forced', 'commits.length', 'head_commit.id');
  };
  const { headSha } = pullRequest;
  expect(describe(noCommit, headSha)).toEqual([true, false, false, 1, headSha]);
  expect(describe(headSha, noCommit)).toEqual([false, true, false, 0, undefined]);
  expect(describe(headSha, other)).toEqual([false, false, true, 1, other]);
  expect(describe(headSha, main)).toEqual([false, false, true, 0, main]);
});

test('tells of a merge group and of a workflow that somebody started', () => {
  const { gitHub, repository, pullRequest } = seeded;
  const group = {
    headSha: pullRequest.headSha,
    headRef: 'refs/heads/gh-readonly-queue/main/pr-1-abc',
    baseSha: pullRequest.baseSha,
    baseRef: 'refs/heads/main',
  };
  expect(
    read(
      gitHub.mergeGroupEvent(repository, group),
      'action',
      'merge_group.head_sha',
      'merge_group.head_ref',
      'merge_group.base_sha',
      'merge_group.base_ref',
      'merge_group.head_commit.id',
      'repository.full_name',
    ),
  ).toEqual([
    'checks_requested',
    group.headSha,
    group.headRef,
    group.baseSha,
    group.baseRef,
    group.headSha,
    'acme/serving',
  ]);
  const dispatch = gitHub.workflowDispatchEvent(repository, {
    ref: 'refs/heads/main',
    inputs: { all: 'true' },
  });
  expect(read(dispatch, 'ref', 'inputs.all', 'workflow', 'sender.login')).toEqual([
    'refs/heads/main',
    'true',
    '.github/workflows/build.yml',
    'acme',
  ]);
});
