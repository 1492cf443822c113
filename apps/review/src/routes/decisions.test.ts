import request from 'supertest';
import { firstFingerprint, firstReport } from '../testing/example-reports.ts';
import { exampleReview } from '../testing/example-reviews.ts';
import { makeFakeStore } from '../testing/fake-store.ts';
import { fakeGithub, startPages, user } from '../testing/start-pages.ts';

const path = '/reviews/acme/serving/12';
const fingerprint = firstFingerprint();
const form = { fingerprint, verdict: 'approved', reason: 'the new model needs it', csrf: 'x' };
const maintainer = () => startPages(user('bob'), { github: fakeGithub({ permission: 'maintain' }) });

test.each(['approved', 'rejected'])('somebody who may decide has %s', async (verdict) => {
  const { app, store } = maintainer();
  const answer = await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...form, verdict });
  expect([answer.status, answer.headers['location']]).toEqual([303, `${path}?done=${verdict}#approvals`]);
  expect(store.decisions).toMatchObject([
    { repositoryId: 4711, number: 12, fingerprint, verdict, reason: form.reason, login: 'bob', userId: 7 },
  ]);
  expect(store.audit).toMatchObject([{ actor: 'bob', action: `decision-${verdict}`, repositoryId: 4711 }]);
  const page = await request(app).get(`${path}?done=${verdict}`);
  expect(page.text).toContain(verdict === 'approved' ? 'Your approval is kept.' : 'Your rejection is kept.');
  expect(page.text).toContain('Revoke my decision');
});

test('a reason is kept without the space around it, line breaks and all', async () => {
  const { app, store } = maintainer();
  const reason = `\n${'x\r\n'.repeat(500)} `;
  await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...form, reason })
    .expect(303);
  expect(store.decisions[0]?.reason).toBe('x\r\n'.repeat(500).trim());
});

test.each<[string, object, number, RegExp]>([
  ['without a reason', { reason: ' \n ' }, 422, /Write the reason/],
  ['with too long a reason', { reason: 'x'.repeat(1001) }, 422, /1001 characters/],
  ['without a verdict', { verdict: undefined }, 422, /incomplete/],
  ['with another verdict', { verdict: 'maybe' }, 422, /incomplete/],
  ['with two reasons', { reason: ['a', 'b'] }, 422, /incomplete/],
  ['of a change that nobody asks about', { fingerprint: '0000000000000000' }, 422, /not asked for any more/],
])('a decision %s is refused', async (_name, values, status, text) => {
  const { app, store } = maintainer();
  const answer = await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...form, ...values });
  expect(answer.status).toBe(status);
  expect(answer.text).toMatch(text);
  expect([store.decisions, store.audit]).toEqual([[], []]);
});

test('what somebody wrote is in the form again when it was refused', async () => {
  const { app } = maintainer();
  const reason = `${'long <b> '.repeat(200)}`;
  const answer = await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...form, reason });
  expect(answer.text).toContain('long &lt;b> long');
});

test('a change of an older push alone takes no decision', async () => {
  const only = firstReport.approvals?.required.map((one) => one.fingerprint) ?? [];
  const withoutApprovals = { ...firstReport, approvals: null };
  const [first] = exampleReview.reports;
  if (first === undefined) throw new Error('There is one');
  const reports = [first, { id: 'r2', report: withoutApprovals, createdAt: first.createdAt }];
  const store = makeFakeStore([{ ...exampleReview, reports }]);
  const { app } = startPages(user('bob'), { store, github: fakeGithub({ permission: 'admin' }) });
  const answer = await request(app)
    .post(`${path}/decisions`)
    .type('form')
    .send({ ...form, fingerprint: only[0] });
  expect(answer.status).toBe(422);
  expect(store.decisions).toEqual([]);
});

test.each([
  ['the author', 'ada', 'admin'],
  ['a reader', 'bob', 'read'],
] as const)('%s may not decide, and that is written down', async (_name, login, permission) => {
  const { app, store } = startPages(user(login), { github: fakeGithub({ permission }) });
  const answer = await request(app).post(`${path}/decisions`).type('form').send(form);
  expect(answer.status).toBe(403);
  expect(answer.text).toContain('role="alert"');
  expect(store.decisions).toEqual([]);
  expect(store.audit).toMatchObject([{ actor: login, action: 'decision-refused' }]);
});

test('the author sees no form, unless the policy lets him', async () => {
  const { app } = startPages(user('Ada'));
  const page = await request(app).get(path);
  expect(page.text).toContain('somebody else has to decide');
  expect(page.text).not.toContain('name="reason"');
});

test('when GitHub fails, nothing is decided', async () => {
  const github = { ...fakeGithub(), permissionIn: () => Promise.reject(new Error('GitHub is down')) };
  const { app, store } = startPages(user('bob'), { github });
  const answer = await request(app).post(`${path}/decisions`).type('form').send(form);
  expect(answer.status).toBe(500);
  expect(answer.text).not.toContain('GitHub is down');
  expect(store.decisions).toEqual([]);
});

test.each(['/reviews/other/secret/3', '/reviews/acme/serving/99', '/reviews/acme/nothing/1'])(
  'of %s there is nothing to decide',
  async (other) => {
    const { app, store } = maintainer();
    await request(app).post(`${other}/decisions`).type('form').send(form).expect(404);
    await request(app).post(`${other}/decisions/1/revoke`).type('form').send({}).expect(404);
    expect(store.decisions).toEqual([]);
  },
);

test('somebody takes his own decision back, and nobody another one’s', async () => {
  const { app, store } = maintainer();
  await request(app).post(`${path}/decisions`).type('form').send(form);
  const other = startPages(user('eve', 8), { store, github: fakeGithub({ permission: 'admin' }) });
  expect((await request(other.app).get(path)).text).not.toContain('Revoke my decision');
  await request(other.app).post(`${path}/decisions/1/revoke`).type('form').send({}).expect(404);
  const answer = await request(app).post(`${path}/decisions/1/revoke`).type('form').send({});
  expect([answer.status, answer.headers['location']]).toEqual([303, `${path}?done=revoked#approvals`]);
  expect(store.decisions).toMatchObject([{ revokedAt: new Date('2026-11-27T12:00:00Z') }]);
  await request(app).post(`${path}/decisions/1/revoke`).type('form').send({}).expect(404);
});

test('in local mode the person at the machine decides, and is told how far that reaches', async () => {
  const { app, store } = startPages({ kind: 'local' });
  await request(app).post(`${path}/decisions`).type('form').send(form).expect(303);
  expect(store.decisions).toMatchObject([{ login: 'local', userId: 0 }]);
  const page = await request(app).get(path);
  expect(page.text).toContain('never reach GitHub');
  expect(page.text).toContain('(never reaches GitHub)');
});

test('whoever is not signed in decides nothing', async () => {
  const { app, store } = startPages({ kind: 'nobody' });
  await request(app).post(`${path}/decisions`).type('form').send(form).expect(401);
  expect([store.decisions, store.audit]).toEqual([[], []]);
});
