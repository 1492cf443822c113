import { createReviewService, describePullRequest, type UploadedReport } from './review-service.ts';
import { sampleReport } from './testing/sample-report.ts';

interface Sent {
  readonly url: string;
  readonly method: string;
  readonly authorization: string | null;
  readonly body: unknown;
}

/** A service, what it was sent, and how long the client waited. */
function service(answer: (nth: number) => Response | Promise<Response>) {
  const sent: Sent[] = [];
  const waits: number[] = [];
  let tokens = 0;
  const client = createReviewService({
    url: 'https://review.example.org',
    makeToken: () => Promise.resolve(`token-${(tokens += 1)}`),
    fetch: (input, init) => {
      const headers = new Headers(init?.headers);
      const body = init?.body;
      sent.push({
        url: input instanceof Request ? input.url : String(input),
        method: init?.method ?? 'GET',
        authorization: headers.get('authorization'),
        body: typeof body === 'string' ? JSON.parse(body) : undefined,
      });
      return Promise.resolve(answer(sent.length));
    },
    sleep: (ms) => Promise.resolve(waits.push(ms)),
  });
  return { client, sent, waits };
}

const decision = {
  fingerprint: '0123456789abcdef',
  verdict: 'approved',
  login: 'mia',
  userId: 7,
  at: '2026-11-27T10:00:00Z',
  reason: 'fine',
  url: 'https://review.example.org/reviews/acme/serving/1',
};

test('asks for decisions with a token of its own, and takes them as they are', async () => {
  const { client, sent } = service(() => Response.json({ decisions: [decision] }));
  expect(await client.loadDecisions('5', 1)).toEqual({
    kind: 'ok',
    value: [
      {
        fingerprint: '0123456789abcdef',
        verdict: 'approved',
        by: 'mia',
        userId: 7,
        at: '2026-11-27T10:00:00Z',
        reason: 'fine',
        url: 'https://review.example.org/reviews/acme/serving/1',
      },
    ],
  });
  await client.loadDecisions('5', 1);
  expect(sent.map(({ url, method, authorization }) => [method, url, authorization])).toEqual([
    ['GET', 'https://review.example.org/api/repositories/5/pull-requests/1/decisions', 'Bearer token-1'],
    ['GET', 'https://review.example.org/api/repositories/5/pull-requests/1/decisions', 'Bearer token-2'],
  ]);
});

test.each([
  ['no list', {}],
  ['a verdict that is none', { decisions: [{ ...decision, verdict: 'maybe' }] }],
  ['nobody', { decisions: [{ ...decision, login: null }] }],
  ['no number of the account', { decisions: [{ ...decision, userId: '7' }] }],
])('one decision that cannot be read makes all of them unknown: %s', async (_, answer) => {
  const { client } = service(() => Response.json(answer));
  expect(await client.loadDecisions('5', 1)).toEqual({
    kind: 'failed',
    reason: 'its answer holds no decisions',
  });
});

const upload: UploadedReport = {
  formatVersion: 1,
  repository: { id: 5, fullName: 'acme/serving' },
  pullRequest: { number: 1, title: 't', author: 'alice', url: 'u', baseRef: 'main', headRef: 'topic' },
  run: { id: 9, attempt: 1 },
  report: sampleReport(),
};

test('hands a report over, and names its page', async () => {
  const url = 'https://review.example.org/reviews/acme/serving/1?revision=r';
  const { client, sent } = service(() => Response.json({ revisionId: 'r', url }, { status: 201 }));
  expect(await client.upload(upload)).toEqual({ kind: 'ok', value: url });
  expect(sent).toEqual([
    {
      url: 'https://review.example.org/api/reports',
      method: 'POST',
      authorization: 'Bearer token-1',
      body: upload,
    },
  ]);
});

test.each([
  [
    'its own line',
    () => Response.json({ error: 'the token is for another repository' }, { status: 403 }),
    '403 "the token is for another repository"',
  ],
  ['no line', () => new Response('<html>', { status: 502 }), '502'],
  ['an answer that is none', () => new Response('{}'), 'its answer names no page'],
  [
    'no answer at all',
    () => Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') })),
    'connect ECONNREFUSED',
  ],
] as const)('a refusal is one clause: %s', async (_, answer, reason) => {
  const { client } = service(answer);
  expect(await client.upload(upload)).toEqual({ kind: 'failed', reason });
});

test('a token that cannot be had is one clause', async () => {
  const client = createReviewService({
    url: 'https://review.example.org',
    makeToken: () => Promise.reject(new Error('Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable')),
    fetch: () => Promise.reject(new Error('nothing is sent')),
    sleep: () => Promise.reject(new Error('nothing is waited for')),
  });
  expect(await client.loadDecisions('5', 1)).toEqual({
    kind: 'failed',
    reason: 'Unable to get ACTIONS_ID_TOKEN_REQUEST_URL env variable',
  });
});

describe('a service that starts anew', () => {
  const refused = () =>
    Promise.reject(new TypeError('fetch failed', { cause: new Error('connect ECONNREFUSED') }));
  const unavailable = () => Response.json({ error: 'starting' }, { status: 503 });

  test('is asked again, each time with a token of its own', async () => {
    const answers = [refused, unavailable, () => Response.json({ decisions: [] })];
    const { client, sent, waits } = service((nth) => answers[nth - 1]?.() ?? refused());
    expect(await client.loadDecisions('5', 1)).toEqual({ kind: 'ok', value: [] });
    expect(sent.map(({ authorization }) => authorization)).toEqual([
      'Bearer token-1',
      'Bearer token-2',
      'Bearer token-3',
    ]);
    expect(waits).toEqual([1_000, 4_000]);
  });

  test('is given up after the third time', async () => {
    const { client, sent } = service(unavailable);
    expect(await client.upload(upload)).toEqual({ kind: 'failed', reason: '503 "starting"' });
    expect(sent).toHaveLength(3);
  });

  test.each([
    ['what it refuses', () => Response.json({ error: 'no' }, { status: 403 })],
    ['what it never answers', () => Promise.reject(new DOMException('timed out', 'TimeoutError'))],
  ])('is not asked again: %s', async (_, answer) => {
    const { client, sent } = service(answer);
    expect(await client.upload(upload)).toMatchObject({ kind: 'failed' });
    expect(sent).toHaveLength(1);
  });
});

describe('describePullRequest', () => {
  const range = {
    owner: 'acme',
    repo: 'serving',
    number: 3,
    baseRef: 'main',
    baseSha: 'b',
    headRef: 'topic',
    headSha: 'h',
    start: 'merge-base',
  } as const;

  test('takes title and author of the event', () => {
    const event = { pull_request: { title: 'More GPUs', user: { login: 'alice' } } };
    expect(describePullRequest(range, event, 'https://github.com/acme/serving')).toEqual({
      number: 3,
      title: 'More GPUs',
      author: 'alice',
      url: 'https://github.com/acme/serving/pull/3',
      baseRef: 'main',
      headRef: 'topic',
    });
  });

  test.each([null, {}, { issue: { title: 5 } }])(
    'of an event without them, the number is the title: %j',
    (event) => {
      expect(describePullRequest(range, event, 'u')).toMatchObject({ title: '#3', author: '' });
    },
  );
});
