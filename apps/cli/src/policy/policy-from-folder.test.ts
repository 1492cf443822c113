import { loadPolicyReader } from '@topodiff/report';
import { policyFromFolder } from './policy-from-folder.ts';

const text = `
hosts:
  - name: gpu
    paths: ["a/**"]
accepted:
  - rule: first-gpu-is-one
    paths: ["**"]
    reason: known
    owner: alice
    until: 2099-12-31
budgets:
  - gpus: 1
  - paths: ["**"]
    gpus: 2
`;

async function policyBelowTeam() {
  const outcome = await (await loadPolicyReader())(text);
  if (outcome.kind === 'invalid') throw new Error(outcome.problems[0]?.message);
  return policyFromFolder(outcome.applied, (path) => (path.startsWith('team/') ? path.slice(5) : null));
}

test('globs are asked from the folder of the policy', async () => {
  const applied = await policyBelowTeam();
  expect(applied.poolOf('team/a/model-config.yaml')?.name).toBe('gpu');
  expect(applied.poolOf('team/b/model-config.yaml')).toBeNull();
  expect(applied.acceptedFor('first-gpu-is-one', 'team/x.yaml').map(({ owner }) => owner)).toEqual(['alice']);
  expect(applied.budgets.map((budget) => budget.covers('team/x.yaml'))).toEqual([true, true]);
});

test('a file outside of the folder belongs to no glob, and still to a budget of all models', async () => {
  const applied = await policyBelowTeam();
  expect(applied.poolOf('a/model-config.yaml')).toBeNull();
  expect(applied.acceptedFor('first-gpu-is-one', '../x.yaml')).toEqual([]);
  expect(applied.budgets.map((budget) => budget.covers('../x.yaml'))).toEqual([true, false]);
});
