import type { FoundModelConfigs, RepositoryView, Revision } from '@topodiff/github';
import { loadPolicyReader, type ReviewInput, type SourceText } from '@topodiff/report';
import { buildReviewInput, type PolicyState } from './build-review-input.ts';
import { decodeInputs } from './inputs.ts';

const sha = (digit: string) => digit.repeat(40);
const path = 'conf/config.properties';
const text = (content: string): SourceText => ({ kind: 'text', text: content });
const link: SourceText = { kind: 'unreadable', reason: 'symlink', detail: 'it is a link' };

const revision = (digit: string): Revision => ({
  sha: sha(digit),
  tree: { isComplete: true, entries: new Map(), entryAt: () => Promise.resolve(null) },
});
const view: RepositoryView = {
  range: {
    owner: 'acme',
    repo: 'serving',
    number: 1,
    baseRef: 'main',
    baseSha: sha('1'),
    headRef: 'topic',
    headSha: sha('2'),
    start: 'merge-base',
  },
  base: revision('1'),
  head: revision('2'),
  tip: revision('3'),
  commitsBehind: 4,
  texts: { loadAll: () => Promise.resolve(), load: () => Promise.reject(new Error('x')), remarks: [] },
};
const nothingElse: FoundModelConfigs = {
  models: [],
  untouchedModels: [
    {
      path: 'a/model-config.yaml',
      base: text('batchSize: 1\n'),
      head: text('batchSize: 1\n'),
      isExplicit: false,
    },
  ],
  notices: [],
  configProperties: new Map(),
  patches: new Map(),
};
const noPolicy: PolicyState = { path: '.topodiff.yaml', base: null, proposed: null };
const policyOf = async (content: string): Promise<PolicyState> => ({
  ...noPolicy,
  base: await (await loadPolicyReader())(content),
});

interface Given {
  readonly inputs?: Readonly<Record<string, string>>;
  readonly found?: Partial<FoundModelConfigs>;
  readonly policy?: PolicyState;
  readonly repositoryId?: string;
  readonly number?: number | null;
}

function build({ inputs = {}, found = {}, policy = noPolicy, repositoryId = '4711', number = 1 }: Given) {
  const decoded = decodeInputs((name) => inputs[name] ?? (name === 'github-token' ? 't' : ''));
  if (decoded.kind === 'problems') throw new Error(decoded.problems.join(' '));
  const options = {
    inputs: decoded.inputs,
    today: '2026-11-27',
    repositoryId,
    isHeadAlone: false,
    decode: () => ({ text: '', hasInvalidUtf8: false }),
  };
  const range = { ...view.range, number };
  return buildReviewInput(options, { ...view, range }, { ...nothingElse, ...found }, policy);
}

function inputOf(given: Given): ReviewInput {
  const outcome = build(given);
  if (outcome.kind === 'unusable') throw new Error(outcome.reason);
  return outcome.reviewInput;
}
const noticesOf = (given: Given) =>
  (inputOf(given).notices ?? []).map(({ code, severity }) => `${severity}: ${code}`);

test('names the commits, the live tip, the repository and the host', () => {
  expect(inputOf({ inputs: { gpus: '8' } })).toMatchObject({
    today: '2026-11-27',
    failOn: 'error',
    repositoryId: '4711',
    host: { gpus: 8, cpuCores: 'unknown', entry: 'startup', torchserveVersion: '0.12.0' },
    comparison: {
      base: { name: 'main', sha: sha('1') },
      head: { name: 'topic', sha: sha('2') },
      drift: { tip: { name: 'main', sha: sha('3') }, commits: 4 },
    },
  });
});

test('only a pull request drifts, and no number of a repository is none', () => {
  const input = inputOf({ number: null, repositoryId: '' });
  expect(Object.keys(input.comparison ?? {})).toEqual(['base', 'head']);
  expect('repositoryId' in input).toBe(false);
});

test('the policy is the one of the tip', async () => {
  const policy = await policyOf('only-new: true\n');
  expect(inputOf({ policy }).policy).toMatchObject({
    path: '.topodiff.yaml',
    revision: { name: 'main', sha: sha('3') },
  });
});

test('a broken policy lays down nothing, and each mistake is an error', async () => {
  const given = { policy: await policyOf('fail-on: x\nbudgetz: []\n') };
  expect('policy' in inputOf(given)).toBe(false);
  expect(noticesOf(given)).toEqual(['error: policy-invalid', 'error: policy-invalid']);
});

test('a mistake that ends with a question gets no full stop behind it', async () => {
  const { notices = [] } = inputOf({ policy: await policyOf('rules: { max-retry-zer: off }\n') });
  expect(notices[0]?.message).toMatch(/: no rule is called "max-retry-zer"; did you mean max-retry-zero\?$/);
});

test('the pull request that mends a broken policy can pass', async () => {
  const broken = await policyOf('fail-on: x\n');
  const { base: proposed } = await policyOf('fail-on: warning\n');
  expect(noticesOf({ policy: { ...broken, proposed } })).toEqual(['warning: policy-invalid']);
});

describe('where no file is one that is looked for', () => {
  const none = { untouchedModels: [] };

  test.each([
    ['a glob of the inputs is a mistake', { found: none, inputs: { files: 'llama' } }, ['warning: no-files']],
    ['the usual globs are no mistake', { found: none }, ['info: no-files']],
    ['what GitHub does not list may be there', { found: { untouchedModels: null } }, []],
  ])('%s', (_, given, notices) => {
    expect(noticesOf(given)).toEqual(notices);
  });
});

describe('where GitHub does not list all files', () => {
  const cut = { untouchedModels: null };
  const approvals = 'approvals: { require: [topology-change], owners: [mia] }\n';
  const changed = (...paths: readonly string[]) => new Map(paths.map((one) => [one, null]));

  test.each([
    ['without a policy', '', changed('a/ds.json'), []],
    ['budgets cannot be checked', 'budgets: [{ gpus: 8 }]\n', changed(), ['error: budgets-not-checked']],
    [
      'a file that models may name may need an approval that nobody asks for',
      approvals,
      changed('README.md', 'a/DS.JSON'),
      ['error: approvals-not-checked'],
    ],
    ['the same with a config.properties', approvals, changed(path), ['error: approvals-not-checked']],
    ['a file that no model names changes none', approvals, changed('src/main.py'), []],
  ])('%s', async (_, content, patches, notices) => {
    const policy = content === '' ? noPolicy : await policyOf(content);
    expect(noticesOf({ policy, found: { ...cut, patches } })).toEqual(notices);
    expect(noticesOf({ policy, found: { patches } })).toEqual([]);
    expect('untouchedModels' in inputOf({ policy, found: cut })).toBe(false);
  });
});

describe("the input's config.properties", () => {
  const inputs = { 'config-properties': path };
  const withSides = (base: SourceText | null, head: SourceText | null): Given => ({
    inputs,
    found: { configProperties: new Map([[path, { base, head }]]) },
  });

  test('is read at each side', () => {
    const input = inputOf(withSides(text('number_of_gpu=4\n'), text('number_of_gpu=8\n')));
    expect([input.baseHost?.configProperties?.numberOfGpu, input.host.configProperties?.numberOfGpu]).toEqual(
      [4, 8],
    );
    expect(input.configPropertiesPath).toBe(path);
    expect(input.notices).toEqual([]);
  });

  test.each([
    ['base', null, text('')],
    ['head', text(''), null],
  ])('that does not exist at %s is a remark', (_, base, head) => {
    expect(noticesOf(withSides(base, head))).toEqual(['info: config-properties-on-one-side']);
  });

  test.each([
    ['is nowhere', null, null, `input config-properties: ${path} is not in the repository`],
    ['is a link at base', link, text(''), `input config-properties: cannot use ${path}: it is a link`],
    ['is a link at head', text(''), link, `input config-properties: cannot use ${path}: it is a link`],
  ])('that %s cannot be used', (_, base, head, reason) => {
    expect(build(withSides(base, head))).toEqual({ kind: 'unusable', reason });
  });
});

describe("a pool's config.properties", () => {
  test.each([
    ['is a link', text(''), link, ['error: config-properties-unreadable']],
    ['is nowhere', null, null, ['warning: config-properties-missing']],
    ['is new', null, text(''), ['info: config-properties-on-one-side']],
    ['is there', text(''), text(''), []],
  ])('that %s', (_, base, head, notices) => {
    expect(noticesOf({ found: { configProperties: new Map([[path, { base, head }]]) } })).toEqual(notices);
  });
});
