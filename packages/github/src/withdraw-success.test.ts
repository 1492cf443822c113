import { respond, scriptedClient } from './testing/scripted-client.ts';
import { withdrawSuccess } from './withdraw-success.ts';

const request = {
  owner: 'acme',
  repo: 'serving',
  sha: 'a'.repeat(40),
  context: 'topodiff/topology',
  description: 'There is no review.',
} as const;

function commitWith(...statuses: readonly (readonly [context: string, state: string])[]) {
  return scriptedClient((route) =>
    route.startsWith('GET')
      ? respond(
          200,
          statuses.map(([context, state]) => ({ context, state })),
        )
      : respond(201, {}),
  );
}

test('a success becomes a failure', async () => {
  const client = commitWith(
    ['ci', 'success'],
    ['topodiff/topology', 'success'],
    ['topodiff/topology', 'pending'],
  );
  expect(await withdrawSuccess(client, request)).toEqual({
    kind: 'set',
    state: 'failure',
    context: 'topodiff/topology',
  });
  expect(client.requests[1]?.params).toEqual({ ...request, state: 'failure' });
});

test.each([
  ['no status', []],
  ['one of another context', [['topodiff/topology: llm', 'success']]],
  ['one that waits', [['topodiff/topology', 'pending']]],
  [
    'an older success',
    [
      ['topodiff/topology', 'pending'],
      ['topodiff/topology', 'success'],
    ],
  ],
] as const)('stays as it is: %s', async (_, statuses) => {
  const client = commitWith(...statuses);
  expect(await withdrawSuccess(client, request)).toEqual({ kind: 'none' });
  expect(client.requests).toHaveLength(1);
});

test('what GitHub refuses is one line', async () => {
  const outcome = await withdrawSuccess(
    scriptedClient(() => respond(403, { message: 'no' })),
    request,
  );
  expect(outcome.kind === 'failed' && outcome.error.message).toBe(
    'cannot list the commit statuses: GitHub answered 403 "no"; the token needs "statuses: read"',
  );
});
