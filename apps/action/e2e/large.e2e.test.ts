import { fourGpus, eightGpus } from '../src/testing/configs.ts';
import { makeEventRunner } from '../src/testing/event-runner.ts';
import { startStandInGithub } from '../src/testing/stand-in-github.ts';

const tp = (text: string, index: number) => text.replace('300', String(300 + index));

/** Files that no rule looks at. */
function otherFiles(count: number): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [`assets/f${index}.txt`, `${index}\n`] as const),
  );
}

/** A pull request of `files` files, `models` of which are model-configs; each text is another one. */
async function reviewLarge({ models, files }: { readonly models: number; readonly files: number }) {
  const github = await startStandInGithub();
  const { serving, standIn } = github;
  const modelFiles = (text: string) =>
    Object.fromEntries(
      Array.from(
        { length: models },
        (_, index) => [`models/m${index}/model-config.yaml`, tp(text, index)] as const,
      ),
    );
  serving.commit({ branch: 'main', files: modelFiles(fourGpus) });
  serving.commit({ branch: 'wider', files: { ...modelFiles(eightGpus), ...otherFiles(files - models) } });
  const pullRequest = serving.openPullRequest({ head: 'wider', author: 'alice' });
  const { push } = makeEventRunner(() => github);
  const event = standIn.pullRequestEvent(pullRequest, 'opened');
  // The stand-in compares the trees at the first request; that is not the action's time.
  await push(pullRequest, { event, inputs: { comment: 'false', 'check-run': 'false' } });
  standIn.clearRequests();
  const startedAt = performance.now();
  const result = await push(pullRequest, { event });
  const milliseconds = performance.now() - startedAt;
  const requests = standIn.requests.map(({ method, path }) => `${method} ${path}`);
  await github.close();
  return { result, milliseconds, requests };
}

test('3,000 files with 500 models: at most 120 requests, and the time grows with the models', async () => {
  const small = await reviewLarge({ models: 100, files: 3000 });
  const large = await reviewLarge({ models: 500, files: 3000 });
  expect(large.result.outputs).toMatchObject({ models: '500', 'changed-models': '500', comment: 'created' });
  expect(large.result.report?.notices).toEqual([]);
  expect(large.requests.length).toBeLessThanOrEqual(120);
  expect(large.requests.filter((request) => request === 'POST /graphql').length).toBeLessThanOrEqual(22);
  expect(large.milliseconds / small.milliseconds).toBeLessThanOrEqual(6);
  // eslint-disable-next-line no-console -- the figures are part of what this test tells
  console.info(
    `${large.requests.length} requests; ${Math.round(small.milliseconds)} ms for 100 models, ${Math.round(large.milliseconds)} ms for 500: ratio ${(large.milliseconds / small.milliseconds).toFixed(2)}`,
  );
}, 120_000);

test('more than 3,000 files: the trees are compared, and no model is missed', async () => {
  const { result } = await reviewLarge({ models: 20, files: 3100 });
  expect(result.outputs).toMatchObject({ models: '20', 'changed-models': '20', conclusion: 'success' });
  expect(result.report?.notices.map(({ code }) => code)).toEqual(['compared-trees']);
}, 120_000);

test('more than 3,000 files and a truncated tree: the conclusion is failure', async () => {
  const github = await startStandInGithub({ limits: { pullRequestFiles: 3, treeEntries: 4 } });
  const { serving } = github;
  serving.commit({ branch: 'main', files: { 'llama/model-config.yaml': fourGpus } });
  serving.commit({
    branch: 'wider',
    files: { 'llama/model-config.yaml': eightGpus, ...otherFiles(8) },
  });
  const pullRequest = serving.openPullRequest({ head: 'wider', author: 'alice' });
  const result = await makeEventRunner(() => github).push(pullRequest);
  expect(result.outputs['conclusion']).toBe('failure');
  expect(result.report?.reasons.join(' ')).toContain('GitHub gave neither a complete list of changed files');
  await github.close();
});
