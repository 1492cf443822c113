import type { Json } from '../openapi/description.ts';
import { pick, pickEach } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded({ clock: () => new Date('2026-03-01T10:00:00Z') });
  const lines = (changed: readonly number[]): string =>
    Array.from(
      { length: 40 },
      (_, at) => `line: ${at + 1}${changed.includes(at + 1) ? ' changed' : ''}\n`,
    ).join('');
  seeded.repository.commit({ branch: 'main', files: { 'long.yaml': lines([]), 'data.bin': 'a\0' } });
  seeded.repository.setBranch('wider', 'main');
  seeded.repository.commit({
    branch: 'wider',
    files: { 'long.yaml': lines([10, 30]), 'data.bin': 'b\0', 'new.yaml': 'a: 1\nb: 2\n' },
  });
});
afterEach(() => seeded.gitHub.close());

const reviews = '/repos/acme/serving/pulls/1/reviews';
const comments = '/repos/acme/serving/pulls/1/comments';
const post = (body: Json, token?: string): Promise<Received> =>
  seeded.send({ method: 'POST', to: reviews, body, ...(token === undefined ? {} : { token }) });
const tokenOf = (user: string): string =>
  seeded.gitHub.addToken({
    kind: 'personal',
    user,
    repositories: [seeded.repository],
    permissions: { pull_requests: 'write' },
  });
const remark = (rest: Record<string, Json>): Json => ({
  event: 'COMMENT',
  comments: [{ path: 'long.yaml', body: 'Look', ...rest }],
});

test('writes a review with remarks, and shows both', async () => {
  const { pullRequest } = seeded;
  const created = await post({
    commit_id: pullRequest.headSha,
    body: 'All in all',
    event: 'COMMENT',
    comments: [
      { path: 'long.yaml', line: 10, side: 'RIGHT', body: 'One' },
      { path: 'long.yaml', start_line: 31, start_side: 'RIGHT', line: 33, side: 'RIGHT', body: 'Many' },
      { path: 'long.yaml', line: 30, side: 'LEFT', body: 'Before' },
    ],
  });
  const [review] = pullRequest.reviews;
  expect([
    created.status,
    ...pick(created, 'id', 'state', 'body', 'commit_id', 'user.login', 'html_url'),
  ]).toEqual([
    200,
    review?.id,
    'COMMENTED',
    'All in all',
    pullRequest.headSha,
    'github-actions[bot]',
    `https://github.com/acme/serving/pull/1#pullrequestreview-${review?.id}`,
  ]);
  const listed = await seeded.send({ to: comments });
  const fields = ['pull_request_review_id', 'body', 'line', 'side', 'start_line', 'start_side', 'position'];
  expect(pickEach(listed, ...fields)).toEqual([
    [review?.id, 'One', 10, 'RIGHT', null, null, 5],
    [review?.id, 'Many', 33, 'RIGHT', 31, 'RIGHT', 17],
    [review?.id, 'Before', 30, 'LEFT', null, null, 13],
  ]);
  const { headSha } = pullRequest;
  expect(
    pick(listed, '0.commit_id', '0.original_commit_id', '0.user.login', '0.created_at', '0.diff_hunk'),
  ).toEqual([
    headSha,
    headSha,
    'github-actions[bot]',
    '2026-03-01T10:00:00Z',
    '@@ -7,7 +7,7 @@ line: 6\n line: 7\n line: 8\n line: 9\n-line: 10\n+line: 10 changed',
  ]);
  expect(pick(await seeded.send({ to: '/repos/acme/serving/pulls/1' }), 'review_comments')).toEqual([3]);
});

test.each<[string, Record<string, Json>, string]>([
  ['between the hunks', { line: 20 }, 'Line could not be resolved'],
  ['below the file', { line: 41 }, 'Line could not be resolved'],
  ['with no line at all', {}, 'Line could not be resolved'],
  ['of a binary file', { path: 'data.bin', line: 1 }, 'Line could not be resolved'],
  ['before a new file', { path: 'new.yaml', line: 1, side: 'LEFT' }, 'Line could not be resolved'],
  ['of a file that did not change', { path: 'README.md', line: 1 }, 'Path could not be resolved'],
  [
    'of two hunks',
    { start_line: 10, line: 30 },
    'Pull request review thread start line must be part of the same hunk as the line.',
  ],
  [
    'from the end to the start',
    { start_line: 11, line: 10 },
    'Pull request review thread start line must precede the end line.',
  ],
  ['from outside the hunks', { start_line: 20, line: 30 }, 'Start line could not be resolved'],
  ['by position', { position: 3 }, 'The stand-in takes a line and no position'],
  ['without text', { line: 10, body: ' ' }, "Body can't be blank"],
  ['on a side that is none', { line: 10, side: 'UP' }, 'Side "UP" is neither LEFT nor RIGHT'],
])('refuses a remark on lines %s, and writes nothing', async (_, rest, problem) => {
  const refused = await post(remark(rest));
  expect([refused.status, ...pick(refused, 'message', 'errors')]).toEqual([
    422,
    'Unprocessable Entity',
    [problem],
  ]);
  expect(seeded.pullRequest.reviews).toEqual([]);
});

test('takes every line that the hunks show, context too', async () => {
  for (const line of [7, 9, 10, 13, 27, 33]) expect((await post(remark({ line }))).status).toBe(200);
  for (const line of [6, 14, 26, 34]) expect((await post(remark({ line }))).status).toBe(422);
});

test('names all problems in one sentence', async () => {
  const refused = await post({
    event: 'COMMENT',
    comments: [
      { path: 'long.yaml', line: 20, body: 'a' },
      { path: 'gone.yaml', line: 1, body: 'a' },
      { path: 'long.yaml', line: 21, body: 'a' },
      { path: 'long.yaml', line: 10, start_line: 11, body: 'a' },
    ],
  });
  expect(pick(refused, 'errors')).toEqual([
    [
      'Line could not be resolved, Path could not be resolved, and Pull request review thread start line must precede the end line.',
    ],
  ]);
});

test('looks at the diff of the commit that was reviewed', async () => {
  const reviewed = seeded.pullRequest.headSha;
  seeded.repository.commit({ branch: 'wider', files: { 'later.yaml': 'a: 1\n' } });
  const later = { event: 'COMMENT', comments: [{ path: 'later.yaml', line: 1, body: 'a' }] };
  expect((await post({ ...later, commit_id: reviewed })).status).toBe(422);
  expect((await post(later)).status).toBe(200);
  const foreign = seeded.repository.resolve('main') ?? '';
  expect((await post({ event: 'COMMENT', body: 'a', commit_id: foreign })).status).toBe(422);
});

test('refuses the 51st remark of a review as submitted too quickly', async () => {
  const many = (count: number): Json => ({
    event: 'COMMENT',
    comments: Array.from({ length: count }, () => ({ path: 'long.yaml', line: 10, body: 'a' })),
  });
  const refused = await post(many(51));
  expect([refused.status, ...pick(refused, 'errors')]).toEqual([422, ['was submitted too quickly']]);
  expect((await post(many(50))).status).toBe(200);
  expect(seeded.pullRequest.reviewComments).toHaveLength(50);
});

test.each<[string, Json, string]>([
  ['an empty comment', { event: 'COMMENT' }, "Body can't be blank"],
  ['changes asked for without a reason', { event: 'REQUEST_CHANGES' }, "Body can't be blank"],
  [
    'the approval of a workflow',
    { event: 'APPROVE' },
    'GitHub Actions is not permitted to approve pull requests.',
  ],
  [
    'a text of 65,537 characters',
    { event: 'COMMENT', body: 'x'.repeat(65_537) },
    'Body is too long (maximum is 65536 characters)',
  ],
  [
    'a remark of 65,537 characters',
    { event: 'COMMENT', comments: [{ path: 'long.yaml', line: 10, body: 'x'.repeat(65_537) }] },
    'Body is too long (maximum is 65536 characters)',
  ],
  ['a pending review', { body: 'a' }, 'The stand-in keeps no pending reviews: name an event'],
])('refuses %s', async (_, body, problem) => {
  const refused = await post(body);
  expect([refused.status, ...pick(refused, 'errors')]).toEqual([422, [problem]]);
});

test('lets others judge, and the author only comment', async () => {
  const own = tokenOf('alice');
  expect(pick(await post({ event: 'APPROVE' }, own), 'errors')).toEqual([
    ['Can not approve your own pull request'],
  ]);
  expect(pick(await post({ event: 'REQUEST_CHANGES', body: 'a' }, own), 'errors')).toEqual([
    ['Can not request changes on your own pull request'],
  ]);
  expect((await post({ event: 'COMMENT', body: 'a' }, own)).status).toBe(200);
  await post({ event: 'APPROVE' }, tokenOf('bob'));
  await post({ event: 'REQUEST_CHANGES', body: 'No' }, tokenOf('carol'));
  expect(pickEach(await seeded.send({ to: reviews }), 'user.login', 'state', 'body')).toEqual([
    ['alice', 'COMMENTED', 'a'],
    ['bob', 'APPROVED', ''],
    ['carol', 'CHANGES_REQUESTED', 'No'],
  ]);
});

test('dismisses a judgement once, and no comment', async () => {
  const { pullRequest } = seeded;
  const approval = pullRequest.addReview({ author: 'bob', state: 'APPROVED', body: 'Fine' });
  const remarks = pullRequest.addReview({ author: 'bob', state: 'COMMENTED', body: 'Hm' });
  const dismiss = (id: number, message = 'Changed since'): Promise<Received> =>
    seeded.send({ method: 'PUT', to: `${reviews}/${id}/dismissals`, body: { message, event: 'DISMISS' } });
  expect((await dismiss(approval.id, ' ')).status).toBe(422);
  const dismissed = await dismiss(approval.id);
  expect([dismissed.status, ...pick(dismissed, 'id', 'state', 'body')]).toEqual([
    200,
    approval.id,
    'DISMISSED',
    'Fine',
  ]);
  const again = [await dismiss(approval.id), await dismiss(remarks.id)];
  expect(again.map((answer) => pick(answer, 'errors.0'))).toEqual([
    ['Can not dismiss a dismissed pull request review'],
    ['Can not dismiss a commented pull request review'],
  ]);
  expect((await dismiss(1)).status).toBe(404);
  expect(pullRequest.reviews.map(({ state }) => state)).toEqual(['DISMISSED', 'COMMENTED']);
});

test('loses the line of a remark when the file changes, and finds it again', async () => {
  const { repository, pullRequest } = seeded;
  await post({
    event: 'COMMENT',
    comments: [
      { path: 'long.yaml', line: 10, body: 'a' },
      { path: 'new.yaml', line: 2, body: 'b' },
    ],
  });
  const reviewed = pullRequest.headSha;
  const pushed = repository.commit({ branch: 'wider', files: { 'long.yaml': 'line: 1\n' } });
  const rows = async (): Promise<unknown[][]> =>
    pickEach(await seeded.send({ to: comments }), 'line', 'original_line', 'position', 'commit_id');
  expect(await rows()).toEqual([
    [null, 10, null, reviewed],
    [2, 2, 2, pushed],
  ]);
  repository.setBranch('wider', reviewed);
  expect((await rows())[0]).toEqual([10, 10, 5, reviewed]);
});

test('lists remarks in either order and since a time', async () => {
  seeded.pullRequest.addReview({
    author: 'bob',
    state: 'COMMENTED',
    comments: [
      { path: 'long.yaml', line: 10, body: 'first' },
      { path: 'long.yaml', line: 11, body: 'second' },
    ],
  });
  const bodies = async (query: string): Promise<unknown[]> =>
    pickEach(await seeded.send({ to: comments + query }), 'body').flat();
  expect(await bodies('?sort=created&direction=desc')).toEqual(['second', 'first']);
  expect(await bodies('?direction=desc')).toEqual(['first', 'second']);
  expect(await bodies('?since=2026-03-02T00:00:00Z')).toEqual([]);
  expect(await bodies('?per_page=1&page=2')).toEqual(['second']);
});
