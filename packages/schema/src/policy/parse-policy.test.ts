import { yaml } from '@topodiff/testkit';
import { parsePolicy } from './parse-policy.ts';

const nothing = {
  preset: 'recommended',
  rules: {},
  isOnlyNew: false,
  pools: [],
  accepted: [],
  budgets: [],
  currency: 'USD',
  approvals: null,
};

/** The policy of a text that is one. */
function read(text: string): unknown {
  const reading = parsePolicy(text);
  return reading.kind === 'policy' ? reading.policy : reading.problems;
}

/** The problems as people read them: `1:1 unknown key "x"`. */
function complain(text: string): readonly string[] {
  const reading = parsePolicy(text);
  if (reading.kind === 'policy') return [];
  return reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`);
}

describe('a policy', () => {
  test.each([
    ['is empty', ''],
    ['holds only comments', '# later\n\n# more\n'],
    ['is null', 'null\n'],
    ['is an empty map', '{}\n'],
    ['is a byte order mark', '\ufeff'],
  ])('that %s lays down nothing', (_, text) => {
    expect(read(text)).toEqual(nothing);
  });

  test.each([
    ['torchserve: 0.11.1', { torchserveVersion: '0.11.1' }],
    ['preset: strict', { preset: 'strict' }],
    [
      'rules: {nproc-one: off, max-retry-zero: error}',
      { rules: { 'nproc-one': 'off', 'max-retry-zero': 'error' } },
    ],
    ['fail-on: warning', { failOn: 'warning' }],
    ['only-new: true', { isOnlyNew: true }],
    ['price-per-gpu-hour: 2.5', { pricePerGpuHour: 2.5 }],
    ['currency: EUR', { currency: 'EUR' }],
  ])('%s', (text, expected) => {
    expect(read(`${text}\n`)).toEqual({ ...nothing, ...expected });
  });

  test('names host pools', () => {
    const text = yaml`
      hosts:
        - name: h100x8
          paths: [serving/**, "!serving/drafts/**"]
          gpus: 8
          gpu-memory: 80
          cpus: 96
          entry: register-api
          torchserve: 0.10.0
          config-properties: ./serving/config.properties
          price-per-gpu-hour: 4
        - name: rest
          paths:
            - "**"
    `;
    expect(read(text)).toEqual({
      ...nothing,
      pools: [
        {
          name: 'h100x8',
          paths: ['serving/**', '!serving/drafts/**'],
          gpus: 8,
          gpuMemoryGib: 80,
          cpuCores: 96,
          entry: 'register-api',
          torchserveVersion: '0.10.0',
          configProperties: 'serving/config.properties',
          pricePerGpuHour: 4,
        },
        { name: 'rest', paths: ['**'] },
      ],
    });
  });

  test('accepts findings until a day', () => {
    const text = yaml`
      accepted:
        - rule: nproc-one
          paths: [serving/**]
          reason: it is what we want
          owner: "@alice"
          until: 2027-01-31
    `;
    expect(read(text)).toEqual({
      ...nothing,
      accepted: [
        {
          ruleId: 'nproc-one',
          paths: ['serving/**'],
          reason: 'it is what we want',
          owner: '@alice',
          until: '2027-01-31',
        },
      ],
    });
  });

  test('sets budgets, which are called by their paths when they have no name', () => {
    const text = yaml`
      budgets:
        - gpus: 46
        - paths: [a/**, b/**]
          gpus: 8
        - name: team c
          paths: [c/**]
          gpus: 0
    `;
    expect(read(text)).toEqual({
      ...nothing,
      budgets: [
        { name: 'all models', paths: null, gpus: 46 },
        { name: 'a/**, b/**', paths: ['a/**', 'b/**'], gpus: 8 },
        { name: 'team c', paths: ['c/**'], gpus: 0 },
      ],
    });
  });

  test('asks for approvals, of logins and of teams', () => {
    const text = yaml`
      approvals:
        require: [topology-change, more-gpus, will-not-start]
        permission: maintain
        owners: ["@alice", bob, "@acme/ml-platform", "robot[bot]"]
        allow-author: true
    `;
    expect(read(text)).toEqual({
      ...nothing,
      approvals: {
        kinds: ['topology-change', 'more-gpus', 'will-not-start'],
        permission: 'maintain',
        users: ['alice', 'bob', 'robot[bot]'],
        teams: ['acme/ml-platform'],
        isAuthorAllowed: true,
      },
    });
  });

  test('may be approved by a permission alone, and not by authors', () => {
    expect(read('approvals: {require: [more-gpus], permission: write}\n')).toEqual({
      ...nothing,
      approvals: {
        kinds: ['more-gpus'],
        permission: 'write',
        users: [],
        teams: [],
        isAuthorAllowed: false,
      },
    });
  });

  test('may say a thing once and refer to it', () => {
    const text = 'budgets:\n  - {paths: &p [a/**], gpus: 1}\n  - {paths: *p, name: b, gpus: 2}\n';
    expect(read(text)).toMatchObject({ budgets: [{ paths: ['a/**'] }, { paths: ['a/**'] }] });
  });

  test('reads the same with CRLF', () => {
    expect(read('preset: strict\r\nhosts:\r\n  - name: a\r\n    paths: [b]\r\n')).toEqual({
      ...nothing,
      preset: 'strict',
      pools: [{ name: 'a', paths: ['b'] }],
    });
  });

  test('may separate a value by a tab', () => {
    expect(read('preset:\tstrict\n')).toEqual({ ...nothing, preset: 'strict' });
  });

  test('knows where its parts stand', () => {
    const reading = parsePolicy('rules:\n  a: off\nhosts:\n  - name: x\n    paths: [y]\n');
    if (reading.kind === 'invalid') throw new Error('It is a policy');
    expect(
      [['rules', 'a'], ['hosts', 0, 'paths'], ['hosts', 0, 'gpus'], ['hosts', 3], ['budgets']].map((path) =>
        reading.placeOf(path),
      ),
    ).toEqual([
      { line: 2, column: 3 },
      { line: 5, column: 5 },
      { line: 4, column: 5 },
      { line: 3, column: 1 },
      { line: 1, column: 1 },
    ]);
  });
});

const pool = '  - name: a\n    paths: [b]\n';
const entry = '  - rule: r\n    paths: [b]\n    reason: w\n    owner: o\n';

describe('a mistake', () => {
  test.each([
    ['a list as the file', '- a\n', ['1:1 the file: expected a map, found a list']],
    ['a text as the file', 'hello\n', ['1:1 the file: expected a map, found "hello"']],
    ['an unknown key', 'preset: strict\nhosst: 1\n', ['2:1 unknown key "hosst"']],
    ['an unknown key with CRLF', 'preset: strict\r\nhosst: 1\r\n', ['2:1 unknown key "hosst"']],
    ['an unknown key after a byte order mark', '\ufeffhosst: 1\n', ['1:1 unknown key "hosst"']],
    ['an unknown key of a pool', `hosts:\n${pool}    gpu: 3\n`, ['4:5 unknown key "gpu" in hosts[0]']],
    ['an empty key', 'preset: strict\n: 1\n', ['2:1 unknown key ""']],
    ['a map as a key', '{a: b}: 1\n', ['1:1 unknown key "{ a: b }"']],
    ['a number as a key', '1: a\n', ['1:1 unknown key "1"']],
    ['a long key', `${'k'.repeat(100)}: 1\n`, [`1:1 unknown key "${'k'.repeat(60)}…"`]],
    ['__proto__ as a key', '__proto__: {a: 1}\n', ['1:1 unknown key "__proto__"']],
    ['__proto__ as a rule', 'rules:\n  a: off\n  __proto__: off\n', ['3:3 unknown key "__proto__" in rules']],
    ['a key twice', 'preset: strict\npreset: strict\n', ['2:1 the key "preset" is there twice']],
    ['a key twice, in quotes', 'rules:\n  a: off\n  "a": off\n', ['3:3 the key "a" is there twice']],
    ['a number as a flag', 'only-new: 1\n', ['1:1 only-new: expected true or false, found 1']],
    ['a flag of YAML 1.1', 'only-new: yes\n', ['1:1 only-new: expected true or false, found "yes"']],
    ['a text as a list', 'hosts: a\n', ['1:1 hosts: expected a list, found "a"']],
    ['nothing as a list', 'hosts:\n', ['1:1 hosts: expected a list, found nothing']],
    ['a list as a map', 'rules: [a]\n', ['1:1 rules: expected a map, found a list']],
    ['nothing as a map', 'approvals:\n', ['1:1 approvals: expected a map, found nothing']],
    ['a map as a choice', 'preset: {}\n', ['1:1 preset: expected one of recommended, strict, found a map']],
    [
      'another severity',
      'rules:\n  a: warn\n',
      ['2:3 rules.a: expected one of error, warning, info, off, found "warn"'],
    ],
    [
      'a severity of a strange rule',
      'rules:\n  "a b": 1\n',
      ['2:3 rules."a b": expected one of error, warning, info, off, found 1'],
    ],
    [
      'another threshold',
      'fail-on: off\n',
      ['1:1 fail-on: expected one of error, warning, info, never, found "off"'],
    ],
    [
      'another version',
      'torchserve: 1.0\n',
      [
        '1:1 torchserve: expected one of 0.8.0, 0.8.1, 0.8.2, 0.9.0, 0.10.0, 0.11.0, 0.11.1, 0.12.0, master, found 1',
      ],
    ],
    [
      'a price in quotes',
      'price-per-gpu-hour: "2"\n',
      ['1:1 price-per-gpu-hour: expected a number, found "2"'],
    ],
    [
      'a price below nothing',
      'price-per-gpu-hour: -1\n',
      ['1:1 price-per-gpu-hour: expected a number from 0, found -1'],
    ],
    [
      'a price without end',
      'price-per-gpu-hour: .inf\n',
      ['1:1 price-per-gpu-hour: expected a number, found Infinity'],
    ],
    [
      'a currency in words',
      'currency: dollars\n',
      ['1:1 currency: expected a code of three letters, as USD, found "dollars"'],
    ],
    [
      'half a GPU',
      `hosts:\n${pool}    gpus: 1.5\n`,
      ['4:5 hosts[0].gpus: expected a whole number, found 1.5'],
    ],
    [
      'too many GPUs',
      `hosts:\n${pool}    gpus: 5000\n`,
      ['4:5 hosts[0].gpus: expected a number up to 1024, found 5000'],
    ],
    ['no CPU core', `hosts:\n${pool}    cpus: 0\n`, ['4:5 hosts[0].cpus: expected a number from 1, found 0']],
    ['no paths', 'hosts:\n  - name: a\n', ['2:5 hosts[0].paths is missing: expected a list']],
    [
      'empty paths',
      'hosts:\n  - name: a\n    paths: []\n',
      ['3:5 hosts[0].paths: expected at least one entry, found an empty list'],
    ],
    [
      'an empty path',
      'hosts:\n  - name: a\n    paths: [b, ""]\n',
      ['3:16 hosts[0].paths[1]: expected some text, found ""'],
    ],
    [
      'one path without a list',
      'budgets:\n  - paths: a\n    gpus: 1\n',
      ['2:5 budgets[0].paths: expected a list, found "a"'],
    ],
    [
      'a blank name',
      'hosts:\n  - name: " "\n    paths: [b]\n',
      ['2:5 hosts[0].name: expected some text, found " "'],
    ],
    [
      'a long name',
      `hosts:\n  - name: ${'n'.repeat(1001)}\n    paths: [b]\n`,
      [`2:5 hosts[0].name: expected at most 1000 characters, found "${'n'.repeat(60)}…"`],
    ],
    [
      'an absolute path of config.properties',
      `hosts:\n${pool}    config-properties: /etc/x\n`,
      ['4:5 hosts[0].config-properties: expected the path of a file in the repository, found "/etc/x"'],
    ],
    [
      'a path of config.properties that leaves the repository',
      `hosts:\n${pool}    config-properties: a/../../x\n`,
      ['4:5 hosts[0].config-properties: expected the path of a file in the repository, found "a/../../x"'],
    ],
    [
      'a budget without a number',
      'budgets:\n  - name: n\n',
      ['2:5 budgets[0].gpus is missing: expected a number'],
    ],
    [
      'a day that the calendar lacks',
      `accepted:\n${entry}    until: 2027-02-30\n`,
      ['6:5 accepted[0].until: expected a day that the calendar has, as 2027-01-31, found "2027-02-30"'],
    ],
    ['no day', `accepted:\n${entry}`, ['2:5 accepted[0].until is missing: expected a text']],
    [
      'approvals that nobody may give',
      'preset: strict\napprovals:\n  require: [more-gpus]\n',
      ['2:1 approvals: expected somebody who may approve: give `permission`, `owners` or both'],
    ],
    [
      'approvals of nothing',
      'approvals:\n  require: []\n  owners: [alice]\n',
      ['2:3 approvals.require: expected at least one entry, found an empty list'],
    ],
    [
      'approvals of something else',
      'approvals:\n  require: [batch]\n  owners: [alice]\n',
      [
        '2:13 approvals.require[0]: expected one of topology-change, more-gpus, will-not-start, found "batch"',
      ],
    ],
    [
      'an owner with a blank',
      'approvals:\n  require: [more-gpus]\n  owners: ["a b"]\n',
      ['3:12 approvals.owners[0]: expected a login (`alice`) or a team (`acme/ml-platform`), found "a b"'],
    ],
    [
      'a permission that is a role of another kind',
      'approvals:\n  require: [more-gpus]\n  permission: owner\n',
      ['3:3 approvals.permission: expected one of read, triage, write, maintain, admin, found "owner"'],
    ],
    [
      'several, in the order of the text',
      'currency: x\nhosst: 1\nonly-new: 1\n',
      [
        '1:1 currency: expected a code of three letters, as USD, found "x"',
        '2:1 unknown key "hosst"',
        '3:1 only-new: expected true or false, found 1',
      ],
    ],
    [
      'a list without an end',
      'rules:\n  a: [\n',
      ['3:1 not YAML 1.2: Flow sequence in block collection must be sufficiently indented and end with a ]'],
    ],
    ['a tab as indentation', 'hosts:\n\t- name: a\n', ['2:1 a tab where only spaces may indent']],
    [
      'two documents',
      'preset: strict\n---\npreset: strict\n',
      ['2:1 a second document begins here; a policy is one document'],
    ],
    ['an unknown tag', 'preset: !x strict\n', ['1:9 not YAML 1.2: Unresolved tag: !x']],
    ['an alias of nothing', 'preset: *x\n', ['1:9 no anchor "x" stands before its alias']],
    [
      'a merge key',
      'budgets:\n  - &b {gpus: 1}\n  - {<<: *b}\n',
      ['3:5 budgets[1].gpus is missing: expected a number', '3:6 unknown key "<<" in budgets[1]'],
    ],
    [
      'aliases of aliases',
      `a: &a [${'x, '.repeat(9)}]\nb: &b [${'*a, '.repeat(9)}]\nc: &c [${'*b, '.repeat(9)}]\nd: [${'*c, '.repeat(9)}]\n`,
      ['1:1 aliases make the file many times as long as it is'],
    ],
    ['many aliases', `a: &a x\nb: [${'*a, '.repeat(501)}]\n`, ['2:2005 more than 500 aliases']],
    [
      'deep nesting',
      `a: ${'['.repeat(20_000)}`,
      expect.arrayContaining([expect.stringMatching(/ too many levels of nesting$/)]),
    ],
    ['too much text', `# ${'x'.repeat(262_143)}`, ['1:1 the file has more than 262144 characters']],
  ])('%s', (_, text, problems) => {
    expect(complain(text)).toEqual(problems);
  });

  test('is one of at most 50 that are listed, and the others are counted', () => {
    const lines = Array.from({ length: 60 }, (_, index) => `key${index}: 1\n`).join('');
    const problems = complain(lines);
    expect(problems).toHaveLength(51);
    expect(problems.slice(-2)).toEqual(['50:1 unknown key "key49"', '51:1 10 more problems from here on']);
  });

  test('costs no more than its text is long, also in a file of nothing else', () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => `  k${index}: x\n`).join('');
    const start = performance.now();
    expect(complain(`rules:\n${lines}`)).toHaveLength(51);
    expect(performance.now() - start).toBeLessThan(5_000); // the parser's own search for equal keys takes longer
  });
});
