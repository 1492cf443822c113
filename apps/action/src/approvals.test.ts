import type { GithubClient } from '@topodiff/github';
import { loadPolicyReader, reviewModelConfigs, type ModelInput } from '@topodiff/report';
import { makeApprovalLookup } from './approvals.ts';
import type { ReviewOptions } from './review-options.ts';
import type { Review } from './review.ts';
import { eightGpus, fourGpus } from './testing/configs.ts';

/** A client that is never to be asked, or that breaks in a way that no request does. */
const client = (sleep: () => Promise<void>): GithubClient => ({
  request: () => Promise.resolve({ status: 502, headers: {}, data: null }),
  graphql: () => Promise.resolve({ status: 502, headers: {}, data: null }),
  sleep,
});

async function lookUp(
  { number = 1, policy = 'approvals: { require: [more-gpus], permission: write }\n', repositoryId = '4711' },
  sleep: () => Promise<void> = () => Promise.resolve(),
) {
  const outcome = await (await loadPolicyReader())(policy);
  if (outcome.kind !== 'policy') throw new Error('the policy is broken');
  const model: ModelInput = {
    path: 'llama/model-config.yaml',
    base: { kind: 'text', text: fourGpus },
    head: { kind: 'text', text: eightGpus },
    isExplicit: true,
  };
  const input = {
    toolVersion: '0.0.0',
    today: '2026-11-27',
    failOn: 'error',
    host: { gpus: 'unknown', cpuCores: 'unknown', entry: 'startup', torchserveVersion: '0.12.0' },
    comparison: { base: { name: 'main' }, head: { name: 'topic' } },
    models: [model],
    policy: { applied: outcome.applied, path: '.topodiff.yaml' },
  } as const;
  const range = { owner: 'acme', repo: 'serving', number: number === 0 ? null : number, headSha: 'a' };
  const done = { report: reviewModelConfigs(input), input, view: { range, base: { sha: 'b' } } };
  const options = { repositoryId } as unknown as ReviewOptions; // nothing else is read before GitHub answers
  const { report } = await makeApprovalLookup(client(sleep), done as unknown as Review, options, null)();
  return report.approvals === null ? null : [report.approvals.state, report.approvals.remarks];
}

const none = 'Approvals could not be looked up, so none counts: ';

test('a push has nobody to ask, and a policy without approvals asks nobody', async () => {
  expect(await lookUp({ number: 0 })).toBe(null);
  expect(await lookUp({ policy: 'only-new: true\n' })).toBe(null);
});

test('what GitHub does not answer approves nothing', async () => {
  expect(await lookUp({})).toEqual([
    'pending',
    [`${none}cannot list the comments: GitHub is not available now (502).`],
  ]);
});

test('a mistake of our own approves nothing, and ends nothing', async () => {
  const broken = () => Promise.reject(new Error('a bug'));
  expect(await lookUp({}, broken)).toEqual(['pending', [`${none}internal error, please report it: a bug.`]]);
});

test('without the number of the repository nothing is approved', async () => {
  expect(await lookUp({ repositoryId: '' })).toEqual([
    'pending',
    [`${none}the runner does not say which repository this is (GITHUB_REPOSITORY_ID).`],
  ]);
});
