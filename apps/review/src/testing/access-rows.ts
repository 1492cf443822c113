import type { RealService, SignedIn } from './real-service.ts';
import { exampleFingerprint } from './real-service.ts';
import { sampleUpload } from './sample-upload.ts';

/** Who sends a request. The last five are the person, or the token, that the route would let in, with one thing wrong. */
export const actors = [
  'nobody',
  'stranger',
  'reader',
  'approver',
  'admin',
  'other token',
  'own token',
  'other oidc',
  'own oidc',
  'expired session',
  'no csrf',
  'wrong csrf',
  'foreign host',
  'foreign origin',
] as const;
export type Actor = (typeof actors)[number];

/** What a row makes its request of. */
export interface RowParts {
  readonly service: RealService;
  readonly repositoryId: number;
  readonly revisions: readonly [string, string];
  readonly approver: Pick<SignedIn, 'login' | 'userId'>;
  /** Counts up: each upload is of a run of its own. */
  readonly nextRun: () => number;
}

type Expected = Readonly<Partial<Record<Actor, number>>> & { readonly rest: number };

/** One route, a request that it would answer, and the status that each actor gets. */
export interface AccessRow {
  /** As `listRoutes` names it. */
  readonly route: string;
  readonly method: 'get' | 'post';
  /** Whom the route lets in, for the actors with one thing wrong. */
  readonly best: 'approver' | 'admin' | 'own token';
  readonly path: (parts: RowParts) => string | Promise<string>;
  readonly form?: Readonly<Record<string, string>>;
  readonly json?: (parts: RowParts) => object;
  readonly service: Expected;
  /** In local mode; the person at the machine is `nobody`, and the other people are not there. */
  readonly local: Expected;
}

const review = '/reviews/acme/serving/7';
const foreign = { 'foreign host': 403, 'foreign origin': 403 } as const;
const anybody: Expected = { rest: 200, ...foreign };
/** Probes use addresses, not names. */
const machines: Expected = { rest: 200 };
const missing: Expected = { rest: 404, ...foreign };
const signedIn: Expected = {
  rest: 401,
  stranger: 200,
  reader: 200,
  approver: 200,
  admin: 200,
  'no csrf': 200,
  'wrong csrf': 200,
  ...foreign,
};
const readers: Expected = { ...signedIn, stranger: 404 };
const ownCi = (status: number): Expected => ({
  rest: 401,
  'other token': 403,
  'other oidc': 403,
  'own token': status,
  'own oidc': status,
  'no csrf': status,
  'wrong csrf': status,
  ...foreign,
});

function read(route: string, path: string, service: Expected, local: Expected = anybody): AccessRow {
  return { route: `GET ${route}`, method: 'get', best: 'admin', path: () => path, service, local };
}

/** All writes of pages are refused without their token, whoever sends them. */
function write(
  route: string,
  row: Pick<AccessRow, 'path' | 'form' | 'best'> & { readonly people: Expected; readonly local: number },
): AccessRow {
  const { people, local, ...rest } = row;
  const machine = { 'other token': 403, 'own token': 403, 'other oidc': 403, 'own oidc': 403 };
  const wrong = { 'no csrf': 403, 'wrong csrf': 403, 'foreign host': 403, 'foreign origin': 403 };
  return {
    ...rest,
    route: `POST ${route}`,
    method: 'post',
    service: { ...machine, 'expired session': 403, ...wrong, ...people },
    local: { ...machine, ...wrong, rest: local },
  };
}

async function newDecision({ service, repositoryId, approver }: RowParts): Promise<string> {
  const isLocal = service.configuration.mode === 'local';
  const { id } = await service.store.saveDecision({
    repositoryId,
    number: 7,
    fingerprint: exampleFingerprint,
    verdict: 'approved',
    reason: 'of a row',
    ...(isLocal ? { login: 'local', userId: 0 } : { login: approver.login, userId: approver.userId }),
  });
  return id;
}

async function newToken({ service, repositoryId }: RowParts): Promise<string> {
  await service.addRepositoryToken({ id: repositoryId, fullName: 'acme/serving' });
  return (await service.store.listRepositoryTokens(repositoryId)).at(-1)?.id ?? '';
}

const compare: AccessRow['path'] = ({ revisions: [from, to] }) => `${review}/compare?from=${from}&to=${to}`;
const onlyAdmins: Expected = { rest: 401, stranger: 404, reader: 403, approver: 403 };

/** Every route of the service. */
export const accessRows: readonly AccessRow[] = [
  read(
    '/',
    '/',
    {
      ...signedIn,
      stranger: 303,
      reader: 303,
      approver: 303,
      admin: 303,
      'no csrf': 303,
      'wrong csrf': 303,
    },
    { rest: 303, ...foreign },
  ),
  read('/reviews', '/reviews', signedIn),
  read('/fleet', '/fleet', signedIn),
  read('/reviews/:owner/:name/:number', review, readers),
  { ...read('/reviews/:owner/:name/:number/compare', '', readers), path: compare },
  read('/reviews/:owner/:name/:number/report.:extension', `${review}/report.json`, readers),
  read('/rules', '/rules', anybody),
  read('/rules/:id', '/rules/async-batch-size', anybody),
  read('/playground', '/playground', signedIn),
  read('/sign-in', '/sign-in', { rest: 303, ...foreign }, missing),
  read('/sign-in/callback', '/sign-in/callback?code=x&state=y', { rest: 400, ...foreign }, missing),
  read('/repositories/:owner/:name/tokens', '/repositories/acme/serving/tokens', {
    ...readers,
    stranger: 404,
    reader: 403,
    approver: 403,
  }),
  read('/healthz', '/healthz', machines, machines),
  read('/readyz', '/readyz', machines, machines),
  // Only loopback by its own name reads them without a token.
  read('/metrics', '/metrics', { rest: 404 }, { rest: 200, 'foreign host': 404 }),
  read('/api/openapi.json', '/api/openapi.json', machines, machines),
  {
    ...read('/api/repositories/:id/pull-requests/:number/decisions', '', ownCi(200), ownCi(200)),
    best: 'own token',
    path: ({ repositoryId }) => `/api/repositories/${repositoryId}/pull-requests/7/decisions`,
  },
  {
    route: 'POST /api/reports',
    method: 'post',
    best: 'own token',
    path: () => '/api/reports',
    json: ({ repositoryId, nextRun }) => ({
      ...sampleUpload(),
      repository: { id: repositoryId, fullName: 'acme/serving' },
      pullRequest: { ...sampleUpload().pullRequest, number: 8 },
      run: { id: nextRun(), attempt: 1 },
    }),
    service: ownCi(201),
    local: ownCi(201),
  },
  write('/reviews/:owner/:name/:number/decisions', {
    path: () => `${review}/decisions`,
    form: { fingerprint: exampleFingerprint, verdict: 'approved', reason: 'of a row' },
    best: 'approver',
    people: { rest: 401, stranger: 404, reader: 403, approver: 303, admin: 303 },
    local: 303,
  }),
  write('/reviews/:owner/:name/:number/decisions/:id/revoke', {
    path: async (parts) => `${review}/decisions/${await newDecision(parts)}/revoke`,
    best: 'approver',
    // Another person's decision is answered like one that does not exist.
    people: { rest: 401, stranger: 404, reader: 404, approver: 303, admin: 404 },
    local: 303,
  }),
  write('/repositories/:owner/:name/tokens', {
    path: () => '/repositories/acme/serving/tokens',
    form: { name: 'of a row' },
    best: 'admin',
    people: { ...onlyAdmins, admin: 201 },
    local: 201,
  }),
  write('/repositories/:owner/:name/tokens/:id/revoke', {
    path: async (parts) => `/repositories/acme/serving/tokens/${await newToken(parts)}/revoke`,
    best: 'admin',
    people: { ...onlyAdmins, admin: 303 },
    local: 303,
  }),
  write('/playground', {
    path: () => '/playground',
    form: { head: 'minWorkers: 2\nmaxWorkers: 1\n' },
    best: 'admin',
    // Files are read for those alone who may send them: asking who it is comes before the form and its token.
    people: {
      rest: 200,
      nobody: 401,
      'expired session': 401,
      'other token': 401,
      'own token': 401,
      'other oidc': 401,
      'own oidc': 401,
    },
    local: 200,
  }),
  write('/preferences', {
    path: () => '/preferences',
    form: { theme: 'dark' },
    best: 'admin',
    people: { rest: 303 },
    local: 303,
  }),
  {
    ...write('/sign-out', { path: () => '/sign-out', best: 'admin', people: { rest: 303 }, local: 404 }),
    local: missing,
  },
  read('/public', '/public/review.css', anybody),
];

/** What stands in front of routes and answers nothing that they would: parsers, and the question who somebody is. */
export const passing: readonly string[] = [
  'USE /fleet',
  'USE /playground',
  'USE /reviews',
  'POST /reviews/*rest',
];

/** The same place under another name in the list. */
export const aliases: Readonly<Record<string, string>> = {
  'USE /public': 'GET /public',
  'USE /sign-in': 'GET /sign-in',
  'USE /sign-out': 'POST /sign-out',
};
