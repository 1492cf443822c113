import { pick, pickEach } from '../testing/send.ts';
import type { Received } from '../testing/send.ts';
import { startSeeded } from '../testing/seeded.ts';
import type { Seeded } from '../testing/seeded.ts';

let seeded: Seeded;
afterEach(() => seeded.gitHub.close());

const comments = '/repos/acme/serving/issues/1/comments';
const create = (body: string): Promise<Received> =>
  seeded.send({ method: 'POST', to: comments, body: { body } });

test('writes as the bot of the token, and shows it to whoever reads back', async () => {
  seeded = await startSeeded({ clock: () => new Date('2026-03-01T10:00:00Z') });
  const created = await create('First');
  const [id] = seeded.pullRequest.comments.map((comment) => comment.id);
  expect([created.status, created.headers.get('location')]).toEqual([
    201,
    `${seeded.gitHub.baseUrl}/repos/acme/serving/issues/comments/${id}`,
  ]);
  expect(
    pick(
      created,
      'id',
      'body',
      'user.login',
      'user.type',
      'user.id',
      'performed_via_github_app.slug',
      'created_at',
    ),
  ).toEqual([
    id,
    'First',
    'github-actions[bot]',
    'Bot',
    41_898_282,
    'github-actions',
    '2026-03-01T10:00:00Z',
  ]);
  expect(seeded.pullRequest.comments.map(({ author, body, app }) => [author.login, body, app?.slug])).toEqual(
    [['github-actions[bot]', 'First', 'github-actions']],
  );
});

test('edits, reads and deletes by id, also what others wrote', async () => {
  seeded = await startSeeded();
  const { id } = seeded.pullRequest.addComment({ author: 'mallory', body: 'Mine' });
  const to = `/repos/acme/serving/issues/comments/${id}`;
  expect(pick(await seeded.send({ to }), 'user.login', 'performed_via_github_app')).toEqual([
    'mallory',
    null,
  ]);
  const edited = await seeded.send({ method: 'PATCH', to, body: { body: 'Ours' } });
  expect([edited.status, ...pick(edited, 'body', 'user.login')]).toEqual([200, 'Ours', 'mallory']);
  const deleted = await seeded.send({ method: 'DELETE', to });
  expect([deleted.status, deleted.text]).toEqual([204, '']);
  expect((await seeded.send({ to })).status).toBe(404);
  expect((await seeded.send({ method: 'PATCH', to, body: { body: 'Again' } })).status).toBe(404);
  expect(seeded.pullRequest.comments).toEqual([]);
});

test('pages 250 comments oldest first', async () => {
  seeded = await startSeeded();
  for (let at = 1; at <= 250; at += 1) seeded.pullRequest.addComment({ author: 'bob', body: `${at}` });
  const read: unknown[] = [];
  const sizes: number[] = [];
  let to: string | undefined = `${comments}?per_page=100`;
  while (to !== undefined) {
    const page: Received = await seeded.send({ to });
    const bodies = pickEach(page, 'body').flat();
    sizes.push(bodies.length);
    read.push(...bodies);
    to = /<([^>]+)>; rel="next"/.exec(page.headers.get('link') ?? '')?.[1];
  }
  expect(sizes).toEqual([100, 100, 50]);
  expect(read).toEqual(Array.from({ length: 250 }, (_, at) => `${at + 1}`));
  expect(seeded.gitHub.requests.map(({ path, query }) => [path, query['page']])).toEqual([
    [comments, undefined],
    [comments, '2'],
    [comments, '3'],
  ]);
});

test('lists what was touched since a time', async () => {
  let now = '2026-03-01T10:00:00Z';
  seeded = await startSeeded({ clock: () => new Date(now) });
  const { id } = seeded.pullRequest.addComment({ author: 'bob', body: 'old, edited' });
  seeded.pullRequest.addComment({ author: 'bob', body: 'old' });
  now = '2026-03-01T11:00:00Z';
  seeded.pullRequest.editComment(id, 'edited');
  seeded.pullRequest.addComment({ author: 'bob', body: 'new' });
  expect(pickEach(await seeded.send({ to: `${comments}?since=2026-03-01T11:00:00Z` }), 'body')).toEqual([
    ['edited'],
    ['new'],
  ]);
});

test('takes 65,536 characters and refuses one more, when creating and when editing', async () => {
  seeded = await startSeeded();
  const longest = '😀'.repeat(65_536);
  const created = await create(longest);
  expect([created.status, ...pick(created, 'body')]).toEqual([201, longest]);
  const refusal = {
    message: 'Validation Failed',
    errors: [
      {
        resource: 'IssueComment',
        code: 'unprocessable',
        field: 'data',
        message: 'Body is too long (maximum is 65536 characters)',
      },
    ],
    documentation_url: 'https://docs.github.com/rest',
    status: '422',
  };
  const refused = await create(`${longest}x`);
  expect([refused.status, ...pick(refused, '')]).toEqual([422, refusal]);
  const to = `/repos/acme/serving/issues/comments/${seeded.pullRequest.comments[0]?.id}`;
  const edit = await seeded.send({ method: 'PATCH', to, body: { body: 'x'.repeat(70_000) } });
  expect([edit.status, ...pick(edit, '')]).toEqual([422, refusal]);
  expect(seeded.pullRequest.comments.map(({ body }) => body)).toEqual([longest]);
});

test('refuses a blank comment and one on a pull request that is not there', async () => {
  seeded = await startSeeded();
  expect(pick(await create(' \n'), 'errors.0.message')).toEqual(['Body cannot be blank']);
  const elsewhere = await seeded.send({
    method: 'POST',
    to: comments.replace('/1/', '/9/'),
    body: { body: 'a' },
  });
  expect(elsewhere.status).toBe(404);
});
