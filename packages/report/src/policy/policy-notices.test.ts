import { yaml } from '@topodiff/testkit';
import type { ReviewInput } from '../review-input.ts';
import { makePolicy } from '../testing/make-policy.ts';
import { makeModel, reviewModels } from '../testing/review-texts.ts';
import { readPolicy } from './read-policy.ts';

const tp4 = yaml`
  minWorkers: 1
  maxWorkers: 1
  startupTimeout: 600
  responseTimeout: 600
  parallelType: tp
  torchrun:
    nproc-per-node: 4
    OMP_NUMBER_THREADS: 4
`;
const eight = 'hosts:\n  - name: h\n    paths: ["**"]\n    gpus: 8\n';
const two = eight.replace('gpus: 8', 'gpus: 2');
const judge = `This review is judged by the one of main@${'a'.repeat(7)}`;

async function review(options: Partial<ReviewInput>) {
  const models = Array.from({ length: 12 }, (_, index) =>
    makeModel(tp4, tp4, { path: `m${String(index).padStart(2, '0')}/model-config.yaml` }),
  );
  const { conclusion, reasons, notices } = reviewModels(models.slice(0, 1), {
    untouchedModels: models.slice(1, 3),
    ...options,
  });
  return Promise.resolve({
    conclusion,
    reasons,
    notices: notices.map(({ code, severity, message }) => [code, severity, message]),
  });
}

describe('a policy that the head would bring', () => {
  test('fails the review when it is broken, with the place of each mistake', async () => {
    const proposedPolicy = await readPolicy('hosst: 1\nrules:\n  nproc-on: off\nonly-new: 3\n');
    const message = `.topodiff.yaml:1:1: unknown key "hosst". ${judge}.`;
    expect(await review({ policy: await makePolicy(eight), proposedPolicy })).toEqual({
      conclusion: 'failure',
      reasons: [message, `.topodiff.yaml:4:1: only-new: expected true or false, found 3. ${judge}.`],
      notices: [
        ['proposed-policy-invalid', 'error', message],
        [
          'proposed-policy-invalid',
          'error',
          `.topodiff.yaml:4:1: only-new: expected true or false, found 3. ${judge}.`,
        ],
      ],
    });
  });

  test('asks what was meant by a rule that is nearly named', async () => {
    const proposedPolicy = await readPolicy('rules:\n  nproc-on: off\n');
    expect((await review({ proposedPolicy })).reasons).toEqual([
      '.topodiff.yaml:2:3: no rule is called "nproc-on"; did you mean nproc-one? The base branch has none, so the defaults hold.',
    ]);
  });

  test('decides nothing, and names the models that it would affect', async () => {
    const proposedPolicy = await readPolicy(`fail-on: info\n${two}`);
    expect(await review({ policy: await makePolicy(eight), proposedPolicy })).toEqual({
      conclusion: 'neutral',
      reasons: ['Nothing changes in what TorchServe does.'],
      notices: [
        [
          'policy-proposed',
          'info',
          `This pull request changes .topodiff.yaml. ${judge}; the new one only counts once it is merged. Merged, it changes what is expected of 3 models: m00/model-config.yaml: tp 4 GPUs → will not start; m01/model-config.yaml: tp 4 GPUs → will not start; m02/model-config.yaml: tp 4 GPUs → will not start.`,
        ],
      ],
    });
  });

  test('may affect no model', async () => {
    const proposedPolicy = await readPolicy(`preset: strict\n${eight}`);
    expect((await review({ policy: await makePolicy(eight), proposedPolicy })).notices).toEqual([
      [
        'policy-proposed',
        'info',
        `This pull request changes .topodiff.yaml. ${judge}; the new one only counts once it is merged. Merged, it changes the launch of no model.`,
      ],
    ]);
  });

  test('may be none any more', async () => {
    const { conclusion, notices } = await review({
      policy: await makePolicy(two),
      proposedPolicy: { kind: 'removed' },
      untouchedModels: [],
      failOn: 'never',
    });
    expect(conclusion).toBe('neutral');
    expect(notices).toEqual([
      [
        'policy-proposed',
        'info',
        `This pull request removes .topodiff.yaml. ${judge}; the new one only counts once it is merged. Merged, it changes what is expected of 1 model: m00/model-config.yaml: will not start → tp 4 GPUs.`,
      ],
    ]);
  });

  test('may be the first', async () => {
    expect((await review({ proposedPolicy: await readPolicy(eight) })).notices).toEqual([
      [
        'policy-proposed',
        'info',
        'This pull request adds .topodiff.yaml. The base branch has none, so the defaults hold; the new one only counts once it is merged. Merged, it changes the launch of no model.',
      ],
    ]);
  });

  test('lowers nothing in the review that brings it', async () => {
    const faulty = `${tp4}batchSize: "4"\n`;
    const { conclusion } = reviewModels([makeModel(tp4, faulty)], {
      proposedPolicy: await readPolicy('rules: {integer-key-wrong-type: off}\nfail-on: never\n'),
    });
    expect(conclusion).toBe('failure');
  });

  test('names ten models at most', async () => {
    const untouchedModels = Array.from({ length: 12 }, (_, index) =>
      makeModel(tp4, tp4, { path: `n${index}/model-config.yaml` }),
    );
    const { notices } = await review({
      policy: await makePolicy(eight),
      proposedPolicy: await readPolicy(two),
      untouchedModels,
    });
    expect(notices[0]?.[2]).toContain('expected of 13 models: m00/');
    expect(notices[0]?.[2]).toMatch(/; and 3 more\.$/);
  });
});
