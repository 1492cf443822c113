import { startSeeded } from './testing/seeded.ts';
import type { Seeded } from './testing/seeded.ts';

/** The client that the Action uses, on the stand-in. */
async function createClient({ gitHub, token }: Seeded) {
  const { getOctokit } = await import('@actions/github');
  return getOctokit(token, { baseUrl: gitHub.baseUrl });
}

const repo = { owner: 'acme', repo: 'serving' };

let seeded: Seeded;
beforeEach(async () => {
  seeded = await startSeeded();
});
afterEach(() => seeded.gitHub.close());

test('follows the pages of comments', async () => {
  for (let at = 1; at <= 120; at += 1) seeded.pullRequest.addComment({ author: 'bob', body: `${at}` });
  const client = await createClient(seeded);
  const comments = await client.paginate(client.rest.issues.listComments, { ...repo, issue_number: 1 });
  expect(comments.map(({ body }) => body)).toEqual(Array.from({ length: 120 }, (_, at) => `${at + 1}`));
  expect(seeded.gitHub.requests.length).toBe(4);
});

test('sends GraphQL with variables, and throws for errors in the answer', async () => {
  const client = await createClient(seeded);
  const query = `query($owner: String!, $repo: String!) {
    viewer { login }
    repository(owner: $owner, name: $repo) { file: object(expression: "wider:README.md") { ... on Blob { text } } }
  }`;
  expect(await client.graphql(query, repo)).toEqual({
    viewer: { login: 'github-actions[bot]' },
    repository: { file: { text: 'Serving\n' } },
  });
  await expect(client.graphql(query, { owner: 'acme', repo: 'nowhere' })).rejects.toThrow(
    "Could not resolve to a Repository with the name 'acme/nowhere'.",
  );
});

test('writes comments, check runs and statuses', async () => {
  const client = await createClient(seeded);
  const { headSha } = seeded.pullRequest;
  const { data: comment } = await client.rest.issues.createComment({
    ...repo,
    issue_number: 1,
    body: 'First',
  });
  await client.rest.issues.updateComment({ ...repo, comment_id: comment.id, body: 'Second' });
  const { data: run } = await client.rest.checks.create({ ...repo, name: 'topodiff', head_sha: headSha });
  await client.rest.checks.update({ ...repo, check_run_id: run.id, conclusion: 'success' });
  await client.rest.repos.createCommitStatus({
    ...repo,
    sha: headSha,
    state: 'success',
    context: 'topodiff',
  });
  expect(seeded.pullRequest.comments.map(({ body }) => body)).toEqual(['Second']);
  expect(seeded.repository.checkRuns.map(({ conclusion }) => conclusion)).toEqual(['success']);
  expect(seeded.repository.statuses.map(({ context }) => context)).toEqual(['topodiff']);
});

test('reads trees, blobs, comparisons and contents by encoded paths', async () => {
  const client = await createClient(seeded);
  const { data: tree } = await client.rest.git.getTree({ ...repo, tree_sha: 'wider', recursive: 'true' });
  const file = tree.tree.find(({ path }) => path === 'llama/model-config.yaml');
  const { data: blob } = await client.rest.git.getBlob({ ...repo, file_sha: file?.sha ?? '' });
  expect(Buffer.from(blob.content, 'base64').toString('utf8')).toBe('minWorkers: 2\nmaxWorkers: 1\n');
  const { data: comparison } = await client.rest.repos.compareCommitsWithBasehead({
    ...repo,
    basehead: 'main...wider',
  });
  expect(comparison.files?.map(({ filename }) => filename)).toEqual(['llama/model-config.yaml']);
  const { data: content } = await client.rest.repos.getContent({
    ...repo,
    path: 'llama/model-config.yaml',
    ref: 'wider',
  });
  expect(content).toMatchObject({ type: 'file', sha: file?.sha });
});

test('throws errors with the status and the headers of GitHub', async () => {
  seeded = { ...seeded, token: seeded.tokenWith({ pull_requests: 'read' }) };
  const client = await createClient(seeded);
  await expect(
    client.rest.issues.createComment({ ...repo, issue_number: 1, body: 'a' }),
  ).rejects.toMatchObject({
    status: 403,
    message: expect.stringContaining('Resource not accessible by integration') as string, // asymmetric matchers are any
    response: { headers: { 'x-accepted-github-permissions': 'issues=write; pull_requests=write' } },
  });
});
