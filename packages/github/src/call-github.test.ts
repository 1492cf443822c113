import { callGithub, callGraphql } from './call-github.ts';
import { GithubError } from './external-error.ts';
import type { GithubResponse } from './github-client.ts';
import { operations } from './operations.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

/** The failure of one request that GitHub answers with each of `responses` in turn. */
async function failureOf(
  responses: readonly (GithubResponse | Error)[],
  operation: keyof typeof operations = 'readTree',
) {
  const rest = [...responses];
  const client = scriptedClient(() => {
    const next = rest.shift();
    if (next === undefined) throw new Error('asked too often');
    if (next instanceof Error) throw next;
    return next;
  });
  const error: unknown = await callGithub(client, operations[operation], {}).catch(
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof GithubError)) throw new Error('the request did not fail');
  return { ...error.externalError, tries: client.requests.length, sleeps: client.sleeps };
}

describe('callGithub', () => {
  test('answers with the response', async () => {
    const client = scriptedClient(() => respond(200, { sha: 'abc' }));
    await expect(callGithub(client, operations.readTree, { owner: 'a' })).resolves.toEqual({
      status: 200,
      headers: {},
      data: { sha: 'abc' },
    });
    expect(client.requests).toEqual([
      { route: 'GET /repos/{owner}/{repo}/git/trees/{tree_sha}', params: { owner: 'a' } },
    ]);
  });

  test.each([
    {
      name: '401',
      response: respond(401, { message: 'Bad credentials' }),
      kind: 'bad-token',
      message: 'cannot list the files of a commit: GitHub does not accept the token (401 "Bad credentials")',
    },
    {
      name: '403 names the permission',
      response: respond(403, { message: 'Resource not accessible by integration' }),
      kind: 'no-permission',
      message:
        'cannot list the files of a commit: GitHub answered 403 "Resource not accessible by integration"; the token needs "contents: read"',
    },
    {
      name: '403 with retry-after is a rate limit',
      response: respond(403, { message: 'slow down' }, { 'retry-after': '7' }),
      kind: 'rate-limited',
      message:
        'cannot list the files of a commit: the rate limit of the token is used up (403 "slow down"), try again after 7 s',
      waits: [7_000, 7_000, 7_000],
    },
    {
      name: '403 with nothing left is a rate limit',
      response: respond(403, { message: 'no more' }, { 'x-ratelimit-remaining': '0' }),
      kind: 'rate-limited',
      message: 'cannot list the files of a commit: the rate limit of the token is used up (403 "no more")',
    },
    {
      name: '404',
      response: respond(404, { message: 'Not Found' }),
      kind: 'not-found',
      message:
        'cannot list the files of a commit: GitHub answered 404 "Not Found"; it does not exist, or the token needs "contents: read"',
    },
    {
      name: '422 without a message',
      response: respond(422, null),
      kind: 'refused',
      message: 'cannot list the files of a commit: GitHub refused it (422)',
    },
    {
      name: 'a message of several lines stays one line',
      response: respond(422, { message: 'a\n::error::b' }),
      kind: 'refused',
      message: 'cannot list the files of a commit: GitHub refused it (422 "a ::error::b")',
    },
    {
      name: 'content that came too quickly',
      response: respond(422, {
        message: 'Validation Failed',
        errors: [{ message: 'was submitted too quickly' }],
      }),
      kind: 'rate-limited',
      message:
        'cannot list the files of a commit: GitHub says that it came too quickly (422 "Validation Failed")',
      waits: [60_000, 120_000],
    },
    {
      name: 'a limit that is reset in a minute by the clock of the server',
      response: respond(
        403,
        { message: 'no more' },
        {
          'x-ratelimit-remaining': '0',
          'x-ratelimit-reset': '1767225660',
          date: 'Thu, 01 Jan 2026 00:00:00 GMT',
        },
      ),
      kind: 'rate-limited',
      message:
        'cannot list the files of a commit: the rate limit of the token is used up (403 "no more"), try again after 61 s',
      waits: [61_000, 61_000, 61_000],
    },
  ])('$name', async ({ response, kind, message, waits = [] }) => {
    const {
      kind: actualKind,
      message: actualMessage,
      sleeps,
    } = await failureOf([response, response, response, response]);
    expect({ actualKind, actualMessage, sleeps }).toEqual({
      actualKind: kind,
      actualMessage: message,
      sleeps: waits,
    });
  });

  test('a write that is not allowed names the fork', async () => {
    const { message } = await failureOf([respond(403, { message: 'no' })], 'createComment');
    expect(message).toBe(
      'cannot create the comment: GitHub answered 403 "no"; the token needs "pull-requests: write", and a pull request from a fork or of Dependabot gets a token that can only read',
    );
  });

  test('an error that a library threw counts as its response', async () => {
    const thrown = Object.assign(new Error('x'), {
      status: 404,
      response: { status: 404, headers: {}, data: { message: 'Not Found' } },
    });
    const { kind, status } = await failureOf([thrown]);
    expect({ kind, status }).toEqual({ kind: 'not-found', status: 404 });
  });

  test('a read is tried three times when GitHub is not available', async () => {
    const { kind, tries, sleeps } = await failureOf([respond(502, ''), respond(503, ''), respond(502, '')]);
    expect({ kind, tries, sleeps }).toEqual({ kind: 'unavailable', tries: 3, sleeps: [500, 2000] });
  });

  test('a read that works at the second try', async () => {
    const responses = [respond(502, ''), respond(200, { sha: 'abc' })];
    const client = scriptedClient(() => responses.shift() ?? respond(500, ''));
    const { data } = await callGithub(client, operations.readTree, {});
    expect({ data, sleeps: client.sleeps }).toEqual({ data: { sha: 'abc' }, sleeps: [500] });
  });

  test('a write is not tried again', async () => {
    const { kind, tries } = await failureOf([respond(502, '')], 'createComment');
    expect({ kind, tries }).toEqual({ kind: 'unavailable', tries: 1 });
  });

  test('no answer at all', async () => {
    const lost = new Error('connect ECONNREFUSED 127.0.0.1:1');
    const { kind, status, message, tries } = await failureOf([lost, lost, lost]);
    expect({ kind, status, message, tries }).toEqual({
      kind: 'unreachable',
      status: null,
      message:
        'cannot list the files of a commit: GitHub could not be reached (connect ECONNREFUSED 127.0.0.1:1)',
      tries: 3,
    });
  });
});

describe('callGraphql, which GitHub refuses with status 200 and a type', () => {
  const refusal = (type: string, message: string, headers = {}) =>
    respond(200, { data: null, errors: [{ type, message }] }, headers);

  async function ask(responses: GithubResponse[]) {
    const client = scriptedClient(() => responses.shift() ?? respond(500, ''));
    const answer = await callGraphql(client, operations.readBlobs, 'query { x }', {}).catch(
      (error: unknown) => (error as GithubError).externalError, // nothing else is thrown here
    );
    return { answer, sleeps: client.sleeps };
  }

  test('a rate limit is waited for', async () => {
    const limited = refusal('RATE_LIMITED', 'API rate limit exceeded', { 'retry-after': '7' });
    const { answer, sleeps } = await ask([limited, respond(200, { data: { x: 1 } })]);
    expect({ answer, sleeps }).toEqual({ answer: { x: 1 }, sleeps: [7_000] });
  });

  test('a secondary one, too, which has no type', async () => {
    const limited = respond(200, { errors: [{ message: 'You have exceeded a secondary rate limit' }] });
    const { sleeps } = await ask([limited, respond(200, { data: { x: 1 } })]);
    expect(sleeps).toEqual([60_000]);
  });

  test('an hour that is used up is one line', async () => {
    const limited = refusal('RATE_LIMITED', 'API rate limit exceeded', { 'x-ratelimit-remaining': '0' });
    expect((await ask([limited])).answer).toMatchObject({
      kind: 'rate-limited',
      message: 'cannot read files: the rate limit of the token is used up (200 "API rate limit exceeded")',
    });
  });

  test('a permission that is missing is named', async () => {
    const { answer } = await ask([refusal('FORBIDDEN', 'Resource not accessible by integration')]);
    expect(answer).toMatchObject({
      kind: 'no-permission',
      message:
        'cannot read files: GitHub answered 200 "Resource not accessible by integration"; the token needs "contents: read"',
    });
  });

  test('anything else is refused, also with the last request of the hour', async () => {
    const { answer, sleeps } = await ask([refusal('NOT_FOUND', 'no', { 'x-ratelimit-remaining': '0' })]);
    expect({ answer, sleeps }).toMatchObject({ answer: { kind: 'refused' }, sleeps: [] });
  });
});
