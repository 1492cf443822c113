import { replyOnPullRequest } from './reply-on-pull-request.ts';
import { respond, scriptedClient } from './testing/scripted-client.ts';

const reply = { owner: 'acme', repo: 'serving', number: 3, body: '@bob no.' };

test('writes a comment of its own', async () => {
  const client = scriptedClient(() => respond(201, { html_url: 'https://github.com/x' }));
  expect(await replyOnPullRequest(client, reply)).toEqual({ kind: 'replied', url: 'https://github.com/x' });
  expect(client.requests).toEqual([
    {
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      params: { owner: 'acme', repo: 'serving', issue_number: 3, body: '@bob no.' },
    },
  ]);
});

test('is not sent twice when nobody knows whether it arrived', async () => {
  const client = scriptedClient(() => respond(502, ''));
  expect(await replyOnPullRequest(client, reply)).toMatchObject({
    kind: 'failed',
    error: { message: 'cannot create the comment: GitHub is not available now (502)' },
  });
  expect(client.requests.length).toBe(1);
});
