import { publishStatus } from './publish-status.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const request = {
  owner: 'acme',
  repo: 'serving',
  sha: 'a'.repeat(40),
  context: 'topodiff/topology',
  state: 'pending',
  description: 'Waits.',
} as const;

async function publish(more: { readonly description?: string; readonly targetUrl?: string }) {
  const client = scriptedClient(() => respond(201, {}));
  const outcome = await publishStatus(client, { ...request, ...more });
  return { outcome, params: client.requests[0]?.params };
}

test('sets the status of a commit', async () => {
  const { outcome, params } = await publish({ targetUrl: 'https://github.com/acme/serving/pull/1' });
  expect(outcome).toEqual({ kind: 'set', state: 'pending', context: 'topodiff/topology' });
  expect(params).toEqual({ ...request, target_url: 'https://github.com/acme/serving/pull/1' });
});

test('leaves out a link that is empty', async () => {
  expect((await publish({ targetUrl: '' })).params).toEqual(request);
});

test.each([
  [140, 'x'.repeat(140), 'x'.repeat(140)],
  [141, 'x'.repeat(141), `${'x'.repeat(139)}…`],
  [141, `${'x'.repeat(138)}😀x`, `${'x'.repeat(138)}…`],
])('of %i characters 140 are left, and none is halved', async (length, description, expected) => {
  expect(description.length).toBe(length);
  expect((await publish({ description })).params?.['description']).toBe(expected);
});

test('what GitHub refuses is one line', async () => {
  const client = scriptedClient(() => respond(403, { message: 'no' }));
  expect(await publishStatus(client, request)).toMatchObject({
    kind: 'failed',
    error: {
      message:
        'cannot set the commit status: GitHub answered 403 "no"; the token needs "statuses: write", and a pull request from a fork or of Dependabot gets a token that can only read',
    },
  });
});
