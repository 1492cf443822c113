import request from 'supertest';
import type { Express } from 'express';
import { accessRows, actors, aliases, passing } from './testing/access-rows.ts';
import type { AccessRow, Actor, RowParts } from './testing/access-rows.ts';
import { listRoutes } from './testing/list-routes.ts';
import { localUrl, openRealService, people, saveExample } from './testing/real-service.ts';
import type { RealService, SignedIn } from './testing/real-service.ts';
import { publicUrl } from './testing/test-configuration.ts';

/** What an actor brings along. */
interface Credentials {
  readonly headers: Readonly<Record<string, string>>;
  readonly csrf: string | null;
}

/** People of the service, signed in anew, because some rows sign them out. */
async function credentialsOf(
  service: RealService,
  app: Express,
  row: AccessRow,
  actor: Actor,
): Promise<Credentials> {
  const { repository, otherRepository } = service;
  const url = service.configuration.publicUrl;
  const host = new URL(url).host;
  const isLocal = service.configuration.mode === 'local';
  const bearer = (token: string): Credentials => ({
    headers: { host, authorization: `Bearer ${token}` },
    csrf: null,
  });
  const person = async (login: string): Promise<Credentials> => {
    if (isLocal) return visitor(app, host);
    const { cookie, csrf } = await service.signIn(login);
    return { headers: { host, origin: url, cookie }, csrf };
  };
  const best = (): Promise<Credentials> => {
    if (row.best !== 'own token') return person(people[row.best]);
    return service
      .addRepositoryToken({ id: repository.id, fullName: 'acme/serving' })
      .then((token) => bearer(token));
  };
  switch (actor) {
    case 'nobody':
      return visitor(app, host);
    case 'stranger':
    case 'reader':
    case 'approver':
    case 'admin':
      return person(people[actor]);
    case 'other token':
      return bearer(await service.addRepositoryToken({ id: otherRepository.id, fullName: 'other/secret' }));
    case 'own token':
      return bearer(await service.addRepositoryToken({ id: repository.id, fullName: 'acme/serving' }));
    case 'other oidc':
      return bearer(service.issueOidcToken(otherRepository));
    case 'own oidc':
      return bearer(service.issueOidcToken(repository, { ref: 'refs/pull/8/merge', run_id: undefined }));
    case 'expired session': {
      const { cookie, csrf } = await service.signIn(people.admin, { expiresInMinutes: -1 });
      return { headers: { host, origin: url, cookie }, csrf };
    }
    case 'no csrf':
      return { ...(await best()), csrf: null };
    case 'wrong csrf':
      return { ...(await best()), csrf: 'wrong' };
    case 'foreign host': {
      const { headers, csrf } = await best();
      return { headers: { ...headers, host: 'evil.example', origin: 'https://evil.example' }, csrf };
    }
    case 'foreign origin': {
      const { headers, csrf } = await best();
      return { headers: { ...headers, origin: 'https://evil.example' }, csrf };
    }
  }
}

/** Somebody without an account, with the token of a form that he was given. */
async function visitor(app: Express, host: string): Promise<Credentials> {
  const page = await request(app).get('/rules').set('host', host);
  const [cookie = ''] = [page.headers['set-cookie'] ?? []].flat();
  const pair = cookie.split(';')[0] ?? '';
  return { headers: { host, cookie: pair }, csrf: pair.slice(pair.indexOf('=') + 1) };
}

async function ask(app: Express, row: AccessRow, parts: RowParts, { headers, csrf }: Credentials) {
  const asked = request(app)
    [row.method](await row.path(parts))
    .set(headers);
  if (row.json !== undefined) return asked.send(row.json(parts));
  return row.method === 'get'
    ? asked
    : asked.type('form').send({ ...row.form, ...(csrf === null ? {} : { csrf }) });
}

/** In local mode nobody is signed in: the people of the service are not there. */
const localActors = actors.filter(
  (actor) => !['stranger', 'reader', 'approver', 'admin', 'expired session'].includes(actor),
);

describe.each(['service', 'local'] as const)('%s mode', (mode) => {
  let service: RealService;
  let parts: RowParts;

  beforeAll(async () => {
    service = await openRealService(mode);
    const { repository, store, gitHub } = service;
    const { id } = repository;
    let run = 10;
    const revisions = await saveExample(store, { id, fullName: 'acme/serving' });
    const approver = { login: people.approver, userId: gitHub.user(people.approver).id };
    parts = { service, repositoryId: id, revisions, approver, nextRun: () => (run += 1) };
  });
  afterAll(() => service.close());

  test('every route has a row', () => {
    const listed = listRoutes(service.createApp())
      .filter((route) => !passing.includes(route))
      .map((route) => aliases[route] ?? route);
    const rows = accessRows
      .map(({ route }) => route)
      .filter((route) => mode === 'service' || route !== 'GET /sign-in/callback'); // below /sign-in, which answers 404
    expect(listed.toSorted()).toEqual(rows.toSorted());
  });

  test.each(accessRows)('$route', async (row) => {
    const chosen = mode === 'service' ? actors : localActors;
    const got: Partial<Record<Actor, number>> = {};
    const wanted: Partial<Record<Actor, number>> = {};
    const app = service.createApp();
    for (const actor of chosen) {
      const credentials = await credentialsOf(service, app, row, actor);
      got[actor] = (await ask(app, row, parts, credentials)).status;
      wanted[actor] = row[mode][actor] ?? row[mode].rest;
    }
    expect(got).toEqual(wanted);
  });
});

/** What of an answer a client sees, but for what differs between any two. */
function seen({ status, text, headers }: request.Response) {
  const { date: _date, 'x-request-id': _id, ratelimit: _rate, ...rest } = headers as Record<string, string>;
  return { status, text, headers: rest };
}

describe('what is not yours is as if it did not exist', () => {
  const paths = [
    'get /reviews/other/secret/7',
    'get /reviews/other/secret/7/compare?from=FIRST&to=SECOND',
    'get /reviews/other/secret/7/compare?from=FIRST',
    'get /reviews/other/secret/7/report.json',
    'get /reviews/other/secret/7/report.html?revision=FIRST',
    'get /reviews/other/secret/7/report.sarif',
    'get /reviews?repository=other%2Fsecret',
    'get /reviews?search=secret',
    'get /fleet',
    'get /repositories/other/secret/tokens',
    'post /reviews/other/secret/7/decisions',
    'post /reviews/other/secret/7/decisions/DECISION/revoke',
    'post /repositories/other/secret/tokens',
    'post /repositories/other/secret/tokens/TOKEN/revoke',
    // His own repository, with what belongs to another one.
    'get /reviews/acme/serving/7?revision=FIRST',
    'get /reviews/acme/serving/7/report.json?revision=SECOND',
    'get /reviews/acme/serving/7/compare?from=FIRST&to=SECOND',
    'post /reviews/acme/serving/7/decisions/DECISION/revoke',
    'post /repositories/acme/serving/tokens/TOKEN/revoke',
  ] as const;
  let service: RealService;
  let session: SignedIn;
  const ids: Record<string, string> = {};
  const send = async (line: (typeof paths)[number], person: SignedIn) => {
    const [method, path = ''] = line.split(' ');
    const filled = path.replace(/[A-Z]{2,}/g, (name) => ids[name] ?? name);
    const headers = { host: new URL(publicUrl).host, cookie: person.cookie, origin: publicUrl };
    const app = service.createApp();
    if (method === 'get') return seen(await request(app).get(filled).set(headers));
    const form = { csrf: person.csrf, fingerprint: 'f', verdict: 'approved', reason: 'r', name: 'n' };
    return seen(await request(app).post(filled).set(headers).type('form').send(form));
  };

  beforeEach(async () => {
    service = await openRealService();
    const { repository, store } = service;
    repository.setPermission('eve', 'admin'); // of the one that is his
    await saveExample(store, { id: repository.id, fullName: 'acme/serving' });
    session = await service.signIn('eve');
    for (const [index, name] of ['FIRST', 'SECOND', 'DECISION', 'TOKEN'].entries()) {
      ids[name] = `00000000-0000-4000-8000-00000000000${index}`;
    }
  });
  afterEach(() => service.close());

  /** Fills the other repository, under the ids that were asked for before. */
  async function fillOther(): Promise<void> {
    const { store, otherRepository, gitHub } = service;
    const record = { id: otherRepository.id, fullName: 'other/secret' };
    const [first, second] = await saveExample(store, record, { title: 'Hidden from others' });
    const decision = await store.saveDecision({
      repositoryId: record.id,
      number: 7,
      fingerprint: 'f',
      verdict: 'rejected',
      reason: 'hidden',
      login: 'olga',
      userId: gitHub.user('olga').id,
    });
    await service.addRepositoryToken(record);
    const [token] = await store.listRepositoryTokens(record.id);
    const { database } = store;
    const rename = async (table: 'revisions' | 'decisions' | 'repository_tokens', from: string, to: string) =>
      database.updateTable(table).set({ id: to }).where('id', '=', from).execute();
    await rename('revisions', first, ids['FIRST'] ?? '');
    await rename('revisions', second, ids['SECOND'] ?? '');
    await rename('decisions', decision.id, ids['DECISION'] ?? '');
    await rename('repository_tokens', token?.id ?? '', ids['TOKEN'] ?? '');
    const newest = { newest_revision_id: ids['SECOND'] ?? '' };
    await database.updateTable('pull_requests').set(newest).where('repository_id', '=', record.id).execute();
  }

  test('byte for byte, and 404 where it is asked for by name', async () => {
    const before = [];
    for (const line of paths) before.push({ line, ...(await send(line, session)) });
    await fillOther();
    const after = [];
    for (const line of paths) after.push({ line, ...(await send(line, session)) });
    expect(after).toEqual(before);
    const statuses = new Map(after.map(({ line, status }) => [line, status]));
    const lists = ['get /reviews?repository=other%2Fsecret', 'get /reviews?search=secret', 'get /fleet'];
    for (const line of paths)
      expect([line, statuses.get(line)]).toEqual([line, lists.includes(line) ? 200 : 404]);
    // It is there, and its own people see it.
    service.otherRepository.setPermission('olga', 'admin');
    const olga = await service.signIn('olga');
    for (const line of paths.slice(0, 10)) {
      const answer = await send(line, olga);
      expect([line, answer.status]).toEqual([line, 200]);
    }
  });

  test('also when GitHub does not say who may see what', async () => {
    const asked = 'get /reviews/other/secret/7';
    const answers = async () => {
      const person = await service.signIn('eve');
      service.gitHub.revokeToken(person.token);
      const { text, status } = await send(asked, person);
      return { text, status };
    };
    const before = await answers();
    await fillOther();
    expect(await answers()).toEqual(before);
  });

  test('and its tokens, for CI', async () => {
    const token = await service.addRepositoryToken({ id: service.repository.id, fullName: 'acme/serving' });
    const decisionsOf = async (id: number) => {
      const path = `/api/repositories/${id}/pull-requests/7/decisions`;
      const headers = { host: new URL(publicUrl).host, authorization: `Bearer ${token}` };
      return seen(await request(service.createApp()).get(path).set(headers));
    };
    await fillOther();
    expect(await decisionsOf(service.otherRepository.id)).toEqual(await decisionsOf(987_654_321));
  });
});

test('a host of local mode is any name of this machine, and nothing else', async () => {
  const service = await openRealService('local');
  try {
    const app = service.createApp();
    const statusFor = async (host: string) => (await request(app).get('/reviews').set('host', host)).status;
    for (const host of ['127.0.0.1:4173', 'localhost:1', '[::1]:4173', new URL(localUrl).host]) {
      expect([host, await statusFor(host)]).toEqual([host, 200]);
    }
    const foreign = [
      'evil.example',
      '127.0.0.1.evil.example',
      'localhost.evil.example',
      '0.0.0.0',
      '169.254.169.254',
    ];
    for (const host of [...foreign, '127.0.0.1@evil.example', '2130706433.evil.example']) {
      expect([host, await statusFor(host)]).toEqual([host, 403]);
    }
  } finally {
    await service.close();
  }
});
