import { eightGpus, fourGpus, quotedEight } from '../src/testing/configs.ts';
import { makeEventRunner, ownComment } from '../src/testing/event-runner.ts';
import { useStandIn } from '../src/testing/use-stand-in.ts';

const { current } = useStandIn();
const { push } = makeEventRunner(current);

function commitMain(files: Readonly<Record<string, string | Uint8Array | null>>) {
  return current().serving.commit({ branch: 'main', files });
}

function propose(files: Readonly<Record<string, string | null>>) {
  current().serving.commit({ branch: 'topic', files });
  return current().serving.openPullRequest({ head: 'topic', author: 'alice' });
}

describe('the policy of the base branch judges', () => {
  test('a pull request that edits .topodiff.yaml and a model, and the comment says so', async () => {
    const tip = commitMain({ '.topodiff.yaml': 'fail-on: error\n' });
    const pullRequest = propose({
      '.topodiff.yaml': 'fail-on: never\nrules:\n  nproc-per-node-invalid: off\n',
      'llama/model-config.yaml': quotedEight,
    });
    const result = await push(pullRequest, { inputs: { 'fail-on': 'never' } });
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(result.report?.notices.map(({ message }) => message)).toEqual([
      `This pull request changes .topodiff.yaml. This review is judged by the one of main@${tip.slice(0, 7)}; the new one only counts once it is merged. Merged, it changes the launch of no model.`,
    ]);
    expect(ownComment(pullRequest)).toContain('This review is judged by the one of main');
  });

  test('as it is at the live tip, when the pull request branched off before', async () => {
    const pullRequest = propose({ 'llama/model-config.yaml': quotedEight });
    const tip = commitMain({ '.topodiff.yaml': 'rules:\n  nproc-per-node-invalid: warning\n' });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ conclusion: 'success', errors: '0' });
    expect(ownComment(pullRequest)).toContain(`policy \`.topodiff.yaml\` of \`main@${tip.slice(0, 7)}\``);
    expect(result.report?.notices.map(({ code }) => code)).not.toContain('policy-proposed');
  });

  test('no policy there: the defaults hold, and a proposed one is only reported', async () => {
    const pullRequest = propose({
      '.topodiff.yaml': 'rules:\n  nproc-per-node-invalid: off\n',
      'llama/model-config.yaml': quotedEight,
    });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ conclusion: 'failure', errors: '1' });
    expect(ownComment(pullRequest)).toContain('The base branch has none, so the defaults hold');
  });

  test.each([
    ['error', 'info', 'failure'],
    ['info', 'never', 'failure'],
    ['never', 'never', 'success'],
  ])('input fail-on %s, policy fail-on %s: %s, by the stricter', async (input, ofPolicy, conclusion) => {
    commitMain({ '.topodiff.yaml': `fail-on: ${ofPolicy}\n` });
    // eightGpus has warnings and notes, and no error
    const result = await push(propose({ 'llama/model-config.yaml': eightGpus }), {
      inputs: { 'fail-on': input },
    });
    expect(result.outputs['conclusion']).toBe(conclusion);
  });

  test('an inline ignore that is new is listed and lowers nothing until it is merged', async () => {
    const ignored = quotedEight.replace(
      '"8"',
      '"8" # topodiff-ignore nproc-per-node-invalid -- one process is meant until 2099-01-31',
    );
    const pullRequest = propose({ 'llama/model-config.yaml': ignored });
    expect((await push(pullRequest)).outputs).toMatchObject({ conclusion: 'failure', accepted: '0' });
    expect(ownComment(pullRequest)).toContain(
      'is new in this pull request and lowers nothing until it is merged',
    );
    commitMain({ 'mistral/model-config.yaml': ignored });
    current().serving.commit({
      branch: 'merged',
      files: { 'mistral/model-config.yaml': ignored.replace('300', '400') },
    });
    const merged = current().serving.openPullRequest({ head: 'merged', author: 'alice' });
    expect((await push(merged)).outputs).toMatchObject({ conclusion: 'success', accepted: '1' });
    expect(ownComment(merged)).toContain(
      'Accepted (comment in the file, until 2099-01-31): one process is meant',
    );
  });
});

test('a broken policy at the tip of base is an error with line and column, and the review goes on', async () => {
  commitMain({ '.topodiff.yaml': 'fail-on: sometimes\nbudgetz: []\n' });
  const pullRequest = propose({ 'llama/model-config.yaml': eightGpus });
  const result = await push(pullRequest);
  expect(result.outputs['conclusion']).toBe('failure');
  const messages = result.report?.notices.map(({ message }) => message) ?? [];
  expect(messages.some((message) => message.includes('.topodiff.yaml:1:1: fail-on'))).toBe(true);
  expect(messages.some((message) => message.includes('.topodiff.yaml:2:1: unknown key "budgetz"'))).toBe(
    true,
  );
  expect(ownComment(pullRequest)).toContain('tp 4 GPUs → pptp 8 GPUs');
});

test('a policy that is no UTF-8 is broken: with replaced characters its globs would name other files', async () => {
  const text = 'budgets:\n  - gpus: 1\n    paths: ["café/**"]\n';
  commitMain({ '.topodiff.yaml': Buffer.from(text, 'latin1') });
  const result = await push(propose({ 'café/model-config.yaml': eightGpus }));
  expect(result.outputs['conclusion']).toBe('failure');
  expect(result.report?.reasons).toEqual([
    'The policy of main is broken, so that the defaults hold: .topodiff.yaml:1:1: the file is not UTF-8.',
  ]);
});

test('an accepted finding counts until its day, and comes back after it', async () => {
  const accept = (until: string) =>
    `accepted:\n  - rule: nproc-per-node-invalid\n    paths: ["llama/**"]\n    reason: a test model\n    owner: "@mia"\n    until: ${until}\n`;
  commitMain({ '.topodiff.yaml': accept('2099-12-31') });
  const pullRequest = propose({ 'llama/model-config.yaml': quotedEight });
  expect((await push(pullRequest)).outputs).toMatchObject({ conclusion: 'success', accepted: '1' });
  commitMain({ '.topodiff.yaml': accept('2020-12-31') });
  expect((await push(pullRequest)).outputs).toMatchObject({ conclusion: 'failure', accepted: '0' });
  expect(ownComment(pullRequest)).toContain('**No longer accepted** after 2020-12-31');
});

test('44 → 48 of 46 GPUs blocks, and names the models that cost the difference', async () => {
  const tp = (gpus: number) => fourGpus.replace('nproc-per-node: 4', `nproc-per-node: ${gpus}`);
  commitMain({
    '.topodiff.yaml':
      'budgets:\n  - gpus: 46\n  - name: research\n    paths: ["research/**"]\n    gpus: 40\nprice-per-gpu-hour: 2.5\n',
    ...Object.fromEntries(
      Array.from({ length: 5 }, (_, index) => [`research/m${index}/model-config.yaml`, tp(8)]),
    ),
  });
  const pullRequest = propose({ 'llama/model-config.yaml': tp(8) });
  const result = await push(pullRequest);
  expect(result.outputs).toMatchObject({
    conclusion: 'failure',
    'over-budget': 'true',
    'gpus-base': '44',
    'gpus-head': '48',
    errors: '0',
  });
  expect(result.report?.reasons).toEqual([
    'Over the GPU budget of all models: 44 → 48 of 46 GPUs (llama/model-config.yaml +4).',
  ]);
  const comment = ownComment(pullRequest);
  expect(comment).toContain(
    '- **error** over the GPU budget of `all models`: **44 → 48** of 46 GPUs (+4): `llama/model-config.yaml` (+4)',
  );
  expect(comment).toContain('Cost per month **80,300 → 87,600** USD (+7,300)');
});

test('a model that is switched on by a rename takes its GPUs from the budget, and needs its approval', async () => {
  commitMain({
    '.topodiff.yaml':
      'budgets:\n  - gpus: 10\napprovals:\n  require: [topology-change]\n  permission: maintain\n',
    'bert/model-config.yaml.off': eightGpus,
  });
  const result = await push(
    propose({ 'bert/model-config.yaml.off': null, 'bert/model-config.yaml': eightGpus }),
  );
  expect(result.report?.models.map(({ path, label }) => `${path}: ${label}`)).toEqual([
    'bert/model-config.yaml: ∅ → pptp 8 GPUs',
  ]);
  expect(result.outputs).toMatchObject({
    ...{ conclusion: 'failure', 'over-budget': 'true', approvals: 'pending' },
    ...{ 'gpus-base': '4', 'gpus-head': '12' },
  });
});

test('a model that is switched off by a rename is gone, and needs its approval', async () => {
  commitMain({ '.topodiff.yaml': 'approvals:\n  require: [topology-change]\n  permission: maintain\n' });
  const files = { 'llama/model-config.yaml': null, 'llama/model-config.yaml.off': fourGpus };
  const result = await push(propose(files));
  expect(result.report?.models.map(({ path, label }) => `${path}: ${label}`)).toEqual([
    'llama/model-config.yaml: tp 4 GPUs → ∅',
  ]);
  expect(result.report?.notices.map(({ code }) => code)).toEqual(['renamed-out-of-files']);
  expect(result.outputs).toMatchObject({ approvals: 'pending', 'gpus-base': '4', 'gpus-head': '0' });
});

describe('a file that governs others', () => {
  test('config.properties alone: the models whose launch it changes are shown, and why', async () => {
    commitMain({
      '.topodiff.yaml':
        'hosts:\n  - name: a100x8\n    paths: ["llama/**", "bert/**"]\n    gpus: 8\n    config-properties: conf/config.properties\n',
      'conf/config.properties': 'number_of_gpu=8\n',
      'bert/model-config.yaml': 'minWorkers: 1\nmaxWorkers: 1\ndeviceType: cpu\nresponseTimeout: 300\n',
    });
    const pullRequest = propose({ 'conf/config.properties': 'number_of_gpu=2\n' });
    const result = await push(pullRequest);
    expect(
      result.report?.models.map(({ path, status, label, changedRelatedFiles }) => [
        path,
        status,
        label,
        changedRelatedFiles,
      ]),
    ).toEqual([
      ['llama/model-config.yaml', 'unchanged', 'tp 4 GPUs → will not start', ['conf/config.properties']],
    ]);
    expect(ownComment(pullRequest)).toContain('(through `conf/config.properties`; its own file stays)');
  });

  test('config.properties that is a pointer of Git LFS stops the review, and sets nothing in silence', async () => {
    const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d'.repeat(32)}\nsize 5\n`;
    commitMain({ 'conf/config.properties': pointer });
    const result = await push(propose({ 'llama/model-config.yaml': eightGpus }), {
      inputs: { 'config-properties': 'conf/config.properties' },
    });
    expect(result.commands).toEqual([
      '::error::input config-properties: cannot use conf/config.properties: it is a pointer of Git LFS, and git does not have what it stands for',
    ]);
  });

  test('ds-config.json alone', async () => {
    const deepspeed = `${fourGpus}deepspeed:\n  config: ds-config.json\n  checkpoint: model/checkpoints.json\n`;
    const tensorParallel = (size: number) =>
      `{"dtype": "torch.float16", "tensor_parallel": {"tp_size": ${size}}}\n`;
    commitMain({ 'opt/model-config.yaml': deepspeed, 'opt/ds-config.json': tensorParallel(4) });
    const pullRequest = propose({ 'opt/ds-config.json': tensorParallel(2) });
    const result = await push(pullRequest);
    expect(
      result.report?.models.map(({ path, status, changedRelatedFiles }) => [
        path,
        status,
        changedRelatedFiles,
      ]),
    ).toEqual([['opt/model-config.yaml', 'unchanged', ['opt/ds-config.json']]]);
    expect(ownComment(pullRequest)).toContain('(through `opt/ds-config.json`; its own file stays)');
  });

  test('.topodiff.yaml alone: what it would change of the models is said, and nothing is decided by it', async () => {
    commitMain({ '.topodiff.yaml': 'hosts:\n  - name: a100x8\n    paths: ["**"]\n    gpus: 8\n' });
    const pullRequest = propose({
      '.topodiff.yaml': 'hosts:\n  - name: t4\n    paths: ["**"]\n    gpus: 1\n',
    });
    const result = await push(pullRequest);
    expect(result.outputs).toMatchObject({ conclusion: 'neutral', comment: 'created' });
    expect(ownComment(pullRequest)).toContain(
      'it changes what is expected of 1 model: llama/model-config.yaml: tp 4 GPUs → will not start',
    );
  });
});
