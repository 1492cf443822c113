import request from 'supertest';
import { secondReport } from '../testing/example-reports.ts';
import {
  exampleFingerprint,
  examplePullRequest,
  localUrl,
  openRealService,
  people,
  saveExample,
} from '../testing/real-service.ts';
import type { RealService, SignedIn } from '../testing/real-service.ts';
import { publicUrl } from '../testing/test-configuration.ts';

const host = new URL(publicUrl).host;
let service: RealService;
let mia: SignedIn;
let id: number;
let number = 0;
let path: string;
beforeAll(async () => {
  service = await openRealService();
  id = service.repository.id;
});
afterAll(() => service.close());
beforeEach(async () => {
  service.repository.setPermission(people.approver, 'maintain');
  mia = await service.signIn(people.approver);
  number += 1; // each test has a pull request of its own
  path = `/reviews/acme/serving/${number}/decisions`;
  await saveExample(service.store, { id, fullName: 'acme/serving' }, { number });
});

const as = ({ cookie }: SignedIn) => ({ host, cookie, origin: publicUrl });
const post = (person: SignedIn, to = path, fields: Readonly<Record<string, string>> = {}) =>
  request(service.createApp())
    .post(to)
    .set(as(person))
    .type('form')
    .send({
      csrf: person.csrf,
      fingerprint: exampleFingerprint,
      verdict: 'approved',
      reason: 'r',
      ...fields,
    });
const standing = async () =>
  (await service.store.listDecisions(id, number)).filter(({ revokedAt }) => revokedAt === null);

/** What the Action is told. */
async function decisionsForGate(of: RealService = service) {
  const token = await of.addRepositoryToken({ id: of.repository.id, fullName: 'acme/serving' });
  const answer = await request(of.createApp())
    .get(`/api/repositories/${of.repository.id}/pull-requests/${number}/decisions`)
    .set({ host: new URL(of.configuration.publicUrl).host, authorization: `Bearer ${token}` });
  const { decisions } = answer.body as { decisions: { readonly verdict: string }[] };
  return decisions;
}

test.each(['text/plain', 'application/json', 'multipart/form-data; boundary=x', 'application/octet-stream'])(
  'a form of another kind brings no token: %j',
  async (type) => {
    const fields = { csrf: mia.csrf, fingerprint: exampleFingerprint, verdict: 'approved', reason: 'r' };
    const body =
      type === 'application/json' ? JSON.stringify(fields) : new URLSearchParams(fields).toString();
    const answer = await request(service.createApp())
      .post(path)
      .set(as(mia))
      .set('content-type', type)
      .send(body);
    expect(answer.status).toBe(403);
    expect(await standing()).toEqual([]);
  },
);

test('a change that only an older revision asks about is not decided', async () => {
  const report = {
    ...secondReport,
    approvals: secondReport.approvals && { ...secondReport.approvals, required: [] },
  };
  await service.store.saveReport({
    repository: { id, fullName: 'acme/serving' },
    pullRequest: { ...examplePullRequest, number },
    run: { id: 3, attempt: 1 },
    report,
    uploadedBy: 'oidc',
  });
  expect((await post(mia)).status).toBe(422);
  expect((await post(mia, `${path}?revision=1`)).status).toBe(422);
  expect(await standing()).toEqual([]);
});

test('of many decisions of one person at once, one stands', async () => {
  const app = service.createApp();
  const send = (verdict: string) =>
    request(app)
      .post(path)
      .set(as(mia))
      .type('form')
      .send({ csrf: mia.csrf, fingerprint: exampleFingerprint, verdict, reason: verdict });
  const verdicts = ['approved', 'rejected', 'approved', 'rejected', 'approved', 'rejected'];
  const answers = await Promise.all(verdicts.map(async (verdict) => (await send(verdict)).status));
  expect(answers).toEqual(verdicts.map(() => 303));
  const [decision, ...others] = await standing();
  expect(others).toEqual([]);
  const state = (await service.store.findReview(id, number))?.approvalState;
  expect(state === 'rejected').toBe(decision?.verdict === 'rejected');
});

test('decisions of two people at once both stand, and a decision that was taken back counts for nothing', async () => {
  const ann = await service.signIn(people.admin);
  await Promise.all([post(mia), post(ann)].map(async (answer) => expect((await answer).status).toBe(303)));
  const decisions = await standing();
  expect(decisions.map(({ login }) => login).toSorted()).toEqual(['ann', 'mia']);
  for (const decision of decisions) {
    const person = decision.login === 'mia' ? mia : ann;
    const other = decision.login === 'mia' ? ann : mia;
    expect((await post(other, `${path}/${decision.id}/revoke`)).status).toBe(404);
    expect((await post(person, `${path}/${decision.id}/revoke`)).status).toBe(303);
    expect((await post(person, `${path}/${decision.id}/revoke`)).status).toBe(404);
  }
  expect(await decisionsForGate()).toEqual([]);
  expect((await service.store.findReview(id, number))?.approvalState).toBe('pending');
});

test('the later word counts, whatever the clocks of two processes say', async () => {
  expect((await post(mia)).status).toBe(303);
  service.clock.now = new Date(service.clock.now.getTime() - 5_000);
  expect((await post(mia, path, { verdict: 'rejected' })).status).toBe(303);
  expect((await decisionsForGate()).map(({ verdict }) => verdict)).toEqual(['rejected']);
  const page = await request(service.createApp()).get(`/reviews/acme/serving/${number}`).set(as(mia));
  expect(page.text).toContain('approval approval-rejected');
});

test('what somebody decides without an account stays in the service', async () => {
  const local = await openRealService('local');
  const repository = { id: local.repository.id, fullName: 'acme/serving' };
  await saveExample(local.store, repository, { number });
  const app = local.createApp();
  const at = { host: new URL(localUrl).host };
  const form = await request(app).get('/rules').set(at);
  const cookie = /^[^;]*/.exec(String(form.headers['set-cookie']))?.[0] ?? '';
  const decided = await request(app)
    .post(path)
    .set({ ...at, cookie, origin: localUrl })
    .type('form')
    .send({
      ...{ csrf: cookie.slice(cookie.indexOf('=') + 1), fingerprint: exampleFingerprint },
      ...{ verdict: 'approved', reason: 'r' },
    })
    .redirects(0);
  expect(decided.status).toBe(303);
  expect(await local.store.listDecisions(repository.id, number)).toHaveLength(1);
  expect(await decisionsForGate(local)).toEqual([]);
  await local.close();
});

describe('whoever lost his access while his pages are remembered', () => {
  let rejection: string;
  beforeEach(async () => {
    expect((await post(mia, path, { verdict: 'rejected' })).status).toBe(303);
    rejection = (await standing())[0]?.id ?? '';
  });

  test('decides nothing, and takes nothing back', async () => {
    service.repository.setPermission(people.approver, 'none');
    expect((await post(mia)).status).toBe(403);
    expect((await post(mia, `${path}/${rejection}/revoke`)).status).toBe(404);
    expect((await standing()).map(({ verdict }) => verdict)).toEqual(['rejected']);
  });

  test('nor does a session whose token GitHub has revoked', async () => {
    service.gitHub.revokeToken(mia.token);
    expect((await post(mia, `${path}/${rejection}/revoke`)).status).toBe(401);
    // That ended the session.
    expect((await post(mia)).status).toBe(403);
    expect((await standing()).map(({ verdict }) => verdict)).toEqual(['rejected']);
  });

  test('nor the administrator of another repository that has the name now', async () => {
    const renamed = { id: id + 1_000 * number, fullName: 'acme/former' };
    await saveExample(service.store, renamed, { number });
    const former = service.gitHub.addRepository('acme/former'); // has a number of its own
    former.setPermission('eve', 'admin');
    const eve = await service.signIn('eve');
    const readable = await service.github.readableRepositories(userOf(eve));
    // He reads the renamed one, too, and was never more than a reader there.
    const github = {
      ...service.github,
      readableRepositories: () => Promise.resolve(new Set([...readable, renamed.id])),
    };
    const answer = await request(service.createApp({ proxyHops: 0, github }))
      .post(`/reviews/acme/former/${number}/decisions`)
      .set(as(eve))
      .type('form')
      .send({ csrf: eve.csrf, fingerprint: exampleFingerprint, verdict: 'approved', reason: 'r' });
    expect(answer.status).toBe(403);
    expect(await service.store.listDecisions(renamed.id, number)).toEqual([]);
  });
});

function userOf({ login, userId, csrf, token }: SignedIn) {
  return { kind: 'user', login, userId, csrfToken: csrf, token } as const;
}
