import {
  badGateway,
  startGitHubStandIn,
  type GitHubStandIn,
  type Repository,
} from '@topodiff/github-stand-in';
import { publishCheckRun, type CheckAnnotation, type CheckRunRequest } from './publish-check-run.ts';
import { connectTo } from './testing/connect-to.ts';

let gitHub: GitHubStandIn;
let repository: Repository;
let headSha: string;

beforeEach(async () => {
  gitHub = await startGitHubStandIn();
  repository = gitHub.addRepository('acme/serving');
  headSha = repository.commit({ branch: 'main', files: { 'a.yaml': 'a: 1\n' } });
});
afterEach(() => gitHub.close());

const annotations = (count: number): readonly CheckAnnotation[] =>
  Array.from({ length: count }, (_, index) => ({
    path: 'a.yaml',
    start_line: 1,
    end_line: 1,
    annotation_level: 'failure',
    title: 'a-rule',
    message: `number ${index}`,
  }));

async function publish(count: number, more: Partial<CheckRunRequest> = {}) {
  const permissions = { contents: 'read', checks: 'write' } as const;
  const token = gitHub.addToken({ kind: 'actions', repository, permissions });
  const outcome = await publishCheckRun(connectTo(gitHub, token), {
    owner: 'acme',
    repo: 'serving',
    headSha,
    name: 'topodiff',
    externalId: '1-1-x',
    conclusion: 'failure',
    title: 'A title',
    summary: 'A summary.',
    annotations: annotations(count),
    ...more,
  });
  return outcome.kind === 'written'
    ? `written with ${outcome.annotations}`
    : `failed after ${outcome.annotations}: ${outcome.error.message}`;
}

/** State, conclusion, summary and number of annotations of each check run. */
const checkRuns = () =>
  repository.checkRuns.map(({ status, conclusion, output, annotations: { length } }) => [
    status,
    conclusion,
    output.summary,
    length,
  ]);
const writes = () =>
  gitHub.requests.filter(({ method }) => method !== 'GET').map(({ method, status }) => [method, status]);
const unavailable = 'cannot write the check run: GitHub is not available now (502';

test.each([
  [0, 1],
  [1, 1],
  [50, 1],
  [51, 2],
  [1000, 20],
])('%i annotations: %i requests, and the conclusion', async (count, requests) => {
  expect(await publish(count)).toBe(`written with ${count}`);
  expect(checkRuns()).toEqual([['completed', 'failure', 'A summary.', count]]);
  expect(writes().length).toBe(requests);
  expect(repository.checkRuns[0]?.annotations.map(({ message }) => message)).toEqual(
    annotations(count).map(({ message }) => message),
  );
});

test('a failure midway: it is completed, and its summary says how many are missing', async () => {
  gitHub.injectFault({ on: /^PATCH /, before: () => undefined });
  gitHub.injectFault({ on: /^PATCH /, answer: badGateway() });
  expect(await publish(130, { conclusion: 'success' })).toMatch(`failed after 100: ${unavailable}`);
  expect(checkRuns()).toEqual([
    [
      'completed',
      'success',
      expect.stringMatching(
        /^30 of 130 annotations are missing here: cannot write the check run: GitHub is not available now .*\.\n\nA summary\.$/,
      ),
      100,
    ],
  ]);
});

test('a summary that is full keeps the sentence and loses its end', async () => {
  gitHub.injectFault({ on: /^PATCH /, answer: badGateway() });
  await publish(51, { summary: 'x'.repeat(65_535) });
  const summary = repository.checkRuns[0]?.output.summary ?? '';
  expect([summary.length, summary.slice(0, 38), summary.slice(-2)]).toEqual([
    65_535,
    '1 of 51 annotations are missing here: ',
    'x…',
  ]);
});

test('a failure that lasts is told once', async () => {
  gitHub.injectFault({ on: /^PATCH /, answer: badGateway(), times: 2 });
  expect(await publish(51)).toMatch(`failed after 50: ${unavailable}`);
  expect(checkRuns()).toEqual([['in_progress', null, 'A summary.', 50]]);
});

test('without the permission there is none', async () => {
  const forbidden = { status: 403, body: { message: 'Resource not accessible by integration' } };
  gitHub.injectFault({ on: /^POST .*\/check-runs$/, answer: forbidden });
  expect(await publish(51)).toBe(
    'failed after 0: cannot create the check run: GitHub answered 403 "Resource not accessible by integration"; the token needs "checks: write", and a pull request from a fork or of Dependabot gets a token that can only read',
  );
  expect(checkRuns()).toEqual([]);
});

test('a creation whose answer is lost is found, and not made twice', async () => {
  gitHub.injectFault({ on: /^POST .*\/check-runs$/, answer: badGateway(), afterEffect: true });
  expect(await publish(51)).toBe('written with 51');
  expect(checkRuns()).toEqual([['completed', 'failure', 'A summary.', 51]]);
});
