import {
  startGitHubStandIn,
  type GitHubStandIn,
  type PullRequest,
  type Repository,
} from '@topodiff/github-stand-in';
import { publishSuggestions, suggestionsPerReview, type Suggestion } from './publish-suggestions.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let pullRequest: PullRequest;
let token: string;
const lines = Array.from({ length: 60 }, (_, index) => `line: ${index + 1}\n`);

/** A new file of 60 lines, all of them in the diff. */
beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  repository.commit({ branch: 'main', files: { 'README.md': '# Serving\n' } });
  repository.commit({ branch: 'topic', files: { 'a.yaml': lines.join('') } });
  pullRequest = repository.openPullRequest({ head: 'topic' });
  const permissions = { contents: 'read', pull_requests: 'write' } as const;
  token = gitHub.addToken({ kind: 'actions', repository, permissions });
});
afterEach(() => gitHub.close());

const suggestion = (line: number, more: Partial<Suggestion> = {}): Suggestion => ({
  id: `id-${line}`,
  path: 'a.yaml',
  startLine: line,
  endLine: line,
  body: `\`\`\`suggestion\nline: ${line}0\n\`\`\``,
  ...more,
});
const many = (count: number) => Array.from({ length: count }, (_, index) => suggestion(index + 1));

const publish = (
  suggestions: readonly Suggestion[],
  patches: ReadonlyMap<string, string | null> = new Map([['a.yaml', '@@ -0,0 +1,60 @@']]),
) =>
  publishSuggestions(connectTo(gitHub, token), {
    owner: 'acme',
    repo: 'serving',
    number: pullRequest.number,
    headSha: pullRequest.headSha,
    suggestions,
    patches,
  });

test('suggests all in one review, on lines of the head', async () => {
  const wide = suggestion(5, { startLine: 4 });
  expect(await publish([suggestion(1), wide])).toEqual({ kind: 'suggested', made: 2, known: 0, left: 0 });
  expect(pullRequest.reviews.map(({ state, body, commitId }) => [state, body, commitId])).toEqual([
    [
      'COMMENTED',
      '2 fixes that are safe to take as suggested: `topodiff fix` makes the same.',
      pullRequest.headSha,
    ],
  ]);
  expect(
    pullRequest.reviewComments.map(({ path, startLine, line, side, body }) => [
      path,
      startLine,
      line,
      side,
      body,
    ]),
  ).toEqual([
    ['a.yaml', null, 1, 'RIGHT', `<!-- topodiff:suggestion:v1 id%2D1 -->\n${suggestion(1).body}`],
    ['a.yaml', 4, 5, 'RIGHT', `<!-- topodiff:suggestion:v1 id%2D5 -->\n${wide.body}`],
  ]);
});

test.each([
  ['0', []],
  ['one of a file that is not in the diff', [suggestion(1, { path: 'b.yaml' })]],
  ['one that begins before the diff', [suggestion(3, { startLine: 1 })]],
  ['one that ends after it', [suggestion(9, { endLine: 11 })]],
  ['one between two hunks', [suggestion(15)]],
  ['one over two hunks', [suggestion(25, { startLine: 9 })]],
])('%s: no review, and nothing is asked', async (_, suggestions) => {
  const patches = new Map([['a.yaml', '@@ -0,0 +2,9 @@\n@@ -0,0 +20,9 @@']]);
  expect(await publish(suggestions, patches)).toEqual({ kind: 'nothing-to-suggest', known: 0 });
  expect(gitHub.requests).toEqual([]);
});

test('a file whose difference GitHub does not show has no lines', async () => {
  const patches = new Map([['a.yaml', null]]);
  expect(await publish([suggestion(1)], patches)).toEqual({ kind: 'nothing-to-suggest', known: 0 });
});

test('is not repeated while it stands, and only the new ones are made', async () => {
  await publish([suggestion(1)]);
  expect(await publish([suggestion(1)])).toEqual({ kind: 'nothing-to-suggest', known: 1 });
  expect(await publish([suggestion(1), suggestion(2)])).toEqual({
    kind: 'suggested',
    made: 1,
    known: 1,
    left: 0,
  });
  expect(pullRequest.reviews.length).toBe(2);
});

test("somebody else's marker hides none of ours", async () => {
  const body = '<!-- topodiff:suggestion:v1 id%2D1 -->\nnothing to see';
  const comments = [{ path: 'a.yaml', line: 1, body }];
  pullRequest.addReview({ author: 'mallory', state: 'COMMENTED', body: 'hm', comments });
  expect(await publish([suggestion(1)])).toEqual({ kind: 'suggested', made: 1, known: 0, left: 0 });
});

test('of 31 the last is left for the next review, which says so', async () => {
  expect(await publish(many(31))).toEqual({ kind: 'suggested', made: 30, known: 0, left: 1 });
  expect(pullRequest.reviews[0]?.body).toContain(' 1 more follow with the next push.');
  expect(pullRequest.reviewComments.length).toBe(suggestionsPerReview);
  expect(await publish(many(31))).toEqual({ kind: 'suggested', made: 1, known: 30, left: 0 });
});

test('one that is too long for a comment costs the others nothing', async () => {
  const long = suggestion(2, { body: 'x'.repeat(65_500) });
  const longest = suggestion(3, { body: 'x'.repeat(65_400) });
  expect(await publish([suggestion(1), long, longest])).toEqual({
    kind: 'suggested',
    made: 2,
    known: 0,
    left: 0,
  });
  expect(pullRequest.reviewComments.map(({ line }) => line)).toEqual([1, 3]);
});

test('a push in between is one line', async () => {
  gitHub.injectFault({
    on: /^POST .*\/reviews$/,
    answer: { status: 422, body: { message: 'Unprocessable Entity' } },
  });
  expect(await publish([suggestion(1)])).toMatchObject({
    kind: 'failed',
    error: { message: 'cannot suggest fixes in a review: GitHub refused it (422 "Unprocessable Entity")' },
  });
});
