import { yaml } from '@topodiff/testkit';
import { selectRules } from '@topodiff/rules';
import { applyPolicy } from '../testing/make-policy.ts';
import { readPolicy } from './read-policy.ts';

async function complain(text: string): Promise<readonly string[]> {
  const outcome = await readPolicy(text);
  if (outcome.kind === 'policy') return [];
  return outcome.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

const entry = (rule: string): string =>
  `accepted:\n  - rule: ${rule}\n    paths: [a]\n    reason: r\n    owner: o\n    until: 2027-01-31\n`;

describe('a policy is not applied when it', () => {
  test.each([
    ['is no policy', 'hosst: 1\n', ['1:1 unknown key "hosst"']],
    [
      'names a rule that does not exist',
      'rules:\n  nproc-one: off\n  my-rule: error\n',
      ['3:3 no rule is called "my-rule"; topodiff rules lists all'],
    ],
    [
      'nearly names a rule',
      'rules:\n  nproc_one: off\n',
      ['2:3 no rule is called "nproc_one"; did you mean nproc-one?'],
    ],
    [
      'names something that every object has',
      'rules:\n  constructor: off\n',
      ['2:3 no rule is called "constructor"; topodiff rules lists all'],
    ],
    [
      'accepts findings of no rule',
      entry('nproc-on'),
      ['2:5 no rule is called "nproc-on"; did you mean nproc-one?'],
    ],
    [
      'accepts findings that no rule makes',
      entry('input/symlink'),
      ['2:5 no rule is called "input/symlink"; topodiff rules lists all'],
    ],
    [
      'has a pool whose globs only exclude',
      'hosts:\n  - name: a\n    paths: ["!a/**", "!b/**"]\n',
      ['3:5 the globs take files away with "!" and name none to begin with'],
    ],
    [
      'accepts findings below globs that only exclude',
      entry('nproc-one').replace('[a]', '["!a"]'),
      ['3:5 the globs take files away with "!" and name none to begin with'],
    ],
    [
      'has a budget whose globs only exclude',
      'budgets:\n  - gpus: 1\n    paths: ["!a"]\n',
      ['3:5 the globs take files away with "!" and name none to begin with'],
    ],
    [
      'has two pools of one name',
      'hosts:\n  - name: a\n    paths: [a]\n  - paths: [b]\n    name: a\n',
      ['5:5 two pools are called "a"'],
    ],
    [
      'has several mistakes, which come in the order of the text',
      'budgets:\n  - gpus: 1\n    paths: ["!a"]\nrules:\n  my-rule: off\n',
      [
        '3:5 the globs take files away with "!" and name none to begin with',
        '5:3 no rule is called "my-rule"; topodiff rules lists all',
      ],
    ],
  ])('%s', async (_, text, problems) => {
    expect(await complain(text)).toEqual(problems);
  });

  test('has more mistakes than can be listed', async () => {
    const rules = Array.from({ length: 70 }, (_, index) => `  x${index}: off\n`).join('');
    const problems = await complain(`rules:\n${rules}`);
    expect(problems).toHaveLength(51);
    expect(problems.at(-1)).toBe('52:3 20 more problems from here on');
  });
});

describe('a policy that is applied', () => {
  test('chooses the rules of its preset, with its severities', async () => {
    const { rules } = await applyPolicy('preset: strict\nrules: {nproc-one: off, max-retry-zero: error}\n');
    expect(rules).toEqual(selectRules('strict', { 'nproc-one': 'off', 'max-retry-zero': 'error' }).rules);
  });

  test('switches a rule on that the preset does not have', async () => {
    const id = 'response-timeout-kills-worker';
    expect(selectRules().rules.some(({ rule }) => rule.id === id)).toBe(false);
    const { rules } = await applyPolicy(`rules: {${id}: info}\n`);
    expect(rules.find(({ rule }) => rule.id === id)?.severity).toBe('info');
  });

  test('gives a file the first pool that names it', async () => {
    const applied = await applyPolicy(yaml`
      hosts:
        - name: large
          paths: [serving/llama/**, "!**/drafts/**"]
        - name: rest
          paths: ["./serving/**"]
    `);
    expect(
      [
        'serving/llama/model-config.yaml',
        'serving/llama/drafts/model-config.yaml',
        'serving/bert/model-config.yaml',
        'other/model-config.yaml',
      ].map((path) => applied.poolOf(path)?.name ?? null),
    ).toEqual(['large', 'rest', 'rest', null]);
  });

  test('accepts findings of one rule below some paths', async () => {
    const applied = await applyPolicy(entry('nproc-one').replace('[a]', '[a/**]'));
    expect(
      [
        ['nproc-one', 'a/x.yaml'],
        ['nproc-one', 'b/x.yaml'],
        ['max-retry-zero', 'a/x.yaml'],
      ].map(([rule = '', path = '']) => applied.acceptedFor(rule, path).length),
    ).toEqual([1, 0, 0]);
  });

  test('covers all models by a budget without paths', async () => {
    const { budgets } = await applyPolicy('budgets:\n  - gpus: 4\n  - {paths: [a/**], gpus: 2}\n');
    expect(
      budgets.map((budget) => [budget.name, budget.covers('a/x.yaml'), budget.covers('b.yaml')]),
    ).toEqual([
      ['all models', true, true],
      ['a/**', true, false],
    ]);
  });
});
