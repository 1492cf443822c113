import type { GithubClient } from '@topodiff/github';
import type { ActionsRuntime } from './actions-runtime.ts';
import { replyToCommand } from './reply.ts';

const range = {
  owner: 'acme',
  repo: 'serving',
  number: 1,
  baseRef: 'main',
  baseSha: 'b',
  headRef: 'topic',
  headSha: 'a',
  start: 'merge-base',
} as const;
const comment = {
  id: 5,
  author: 'bob',
  isBot: false,
  action: 'created',
  body: 'x',
  previousBody: null,
} as const;
const refused = { commentId: 5, by: 'bob', fingerprint: '0123456789abcdef', problem: 'no @acme/everyone' };

/** Bodies of the comments that are written. */
async function reply(
  more: Partial<Parameters<typeof replyToCommand>[3]> = {},
  commands: Parameters<typeof replyToCommand>[4] = [refused],
  environment: Readonly<Record<string, string>> = {},
): Promise<readonly string[]> {
  const bodies: string[] = [];
  const client: GithubClient = {
    request: (_, { body }) => {
      bodies.push(String(body));
      return Promise.resolve({ status: 201, headers: {}, data: { html_url: 'u' } });
    },
    graphql: () => Promise.reject(new Error('nothing is queried')),
    sleep: () => Promise.resolve(),
  };
  const runtime = { environment, log: () => undefined } as unknown as ActionsRuntime; // nothing else of it is used
  await replyToCommand(runtime, client, range, { ...comment, ...more }, commands);
  return bodies;
}

test('says why a command does not count, and calls nobody else', async () => {
  expect(await reply()).toEqual([
    '@bob This approval does not count:\n\n- `0123456789abcdef`: no @&#8203;acme/everyone.\n',
  ]);
});

test.each<[string, Parameters<typeof reply>[0], Parameters<typeof reply>[1]?]>([
  ['a command that counts', {}, [{ ...refused, problem: null }]],
  ["somebody else's comment", {}, [{ ...refused, commentId: 6 }]],
  ['a comment that is gone', { action: 'deleted' }],
  ['a program', { isBot: true }],
])('%s is not answered', async (_, more, commands = [refused]) => {
  expect(await reply(more, commands)).toEqual([]);
});

test('a run that is started again answers nothing twice', async () => {
  expect(await reply({}, [refused], { GITHUB_RUN_ATTEMPT: '2' })).toEqual([]);
});
