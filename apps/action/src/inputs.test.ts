import { decodeInputs, type InputName } from './inputs.ts';

type Given = Readonly<Partial<Record<InputName, string>>>;

function decode(given: Given) {
  const inputs: Given = { 'github-token': 't', ...given };
  return decodeInputs((name) => inputs[name] ?? '');
}

const defaults = {
  token: 't',
  patterns: ['**/*model[-_]config*.{yaml,yml}'],
  gpus: 'unknown',
  cpuCores: 'unknown',
  entry: 'startup',
  torchserveVersion: '0.12.0',
  configPropertiesPath: null,
  failOn: 'error',
  isCommentWanted: true,
  isCheckRunWanted: true,
  areSuggestionsWanted: true,
  sarif: 'changed',
  reviewUrl: null,
  reviewToken: '',
  policyPath: '.topodiff.yaml',
  pullRequest: null,
  key: null,
};

describe('decodeInputs', () => {
  test('has a default for everything but the token', () => {
    expect(decode({})).toEqual({ kind: 'inputs', inputs: defaults });
  });

  test.each<{ given: Given; decoded: object }>([
    { given: { files: ' a/*.yaml \n\n!a/b.yaml\n' }, decoded: { patterns: ['a/*.yaml', '!a/b.yaml'] } },
    { given: { gpus: '0', cpus: '16' }, decoded: { gpus: 0, cpuCores: 16 } },
    { given: { entry: 'register-api' }, decoded: { entry: 'register-api' } },
    { given: { torchserve: 'master' }, decoded: { torchserveVersion: 'master' } },
    {
      given: { 'config-properties': './deploy/config.properties' },
      decoded: { configPropertiesPath: 'deploy/config.properties' },
    },
    { given: { 'fail-on': 'never' }, decoded: { failOn: 'never' } },
    { given: { comment: 'false' }, decoded: { isCommentWanted: false } },
    { given: { 'check-run': 'false' }, decoded: { isCheckRunWanted: false } },
    { given: { sarif: 'all' }, decoded: { sarif: 'all' } },
    {
      given: { 'review-url': 'https://review.example.org/topodiff/', 'review-token': 'tdr_x' },
      decoded: { reviewUrl: 'https://review.example.org/topodiff', reviewToken: 'tdr_x' },
    },
    { given: { suggestions: 'false' }, decoded: { areSuggestionsWanted: false } },
    { given: { policy: './ops/topodiff.yaml' }, decoded: { policyPath: 'ops/topodiff.yaml' } },
    { given: { 'pull-request': '104' }, decoded: { pullRequest: 104 } },
    { given: { key: 'a100 pool' }, decoded: { key: 'a100 pool' } },
  ])('reads $given', ({ given, decoded }) => {
    expect(decode(given)).toEqual({ kind: 'inputs', inputs: { ...defaults, ...decoded } });
  });

  test.each<{ given: Given; problem: string }>([
    {
      given: { 'github-token': '' },
      problem: 'input github-token: it is empty; leave it out to use the token of the workflow',
    },
    {
      given: { gpus: 'four' },
      problem: 'input gpus: it takes a whole number from 0 to 1024, not "four"',
    },
    {
      given: { 'pull-request': '#4' },
      problem: 'input pull-request: it takes the number of a pull request, not "#4"',
    },
    {
      given: { policy: '/etc/topodiff.yaml' },
      problem:
        'input policy: it takes the path of one file, relative to the root of the repository, not "/etc/topodiff.yaml"',
    },
    {
      given: { 'review-url': 'http://review.example.org' },
      problem:
        'input review-url: it takes an https address without query, or http on this machine, not "http://review.example.org"',
    },
    { given: { gpus: '1025' }, problem: 'input gpus: it takes a whole number from 0 to 1024, not "1025"' },
    { given: { gpus: '-1' }, problem: 'input gpus: it takes a whole number from 0 to 1024, not "-1"' },
    { given: { cpus: '1.5' }, problem: 'input cpus: it takes a whole number from 0 to 65536, not "1.5"' },
    { given: { cpus: '1e3' }, problem: 'input cpus: it takes a whole number from 0 to 65536, not "1e3"' },
    {
      given: { entry: 'snapshot' },
      problem: 'input entry: it takes one of startup, register-api, not "snapshot"',
    },
    {
      given: { torchserve: '0.7.0' },
      problem:
        'input torchserve: it takes one of 0.8.0, 0.8.1, 0.8.2, 0.9.0, 0.10.0, 0.11.0, 0.11.1, 0.12.0, master, not "0.7.0"',
    },
    {
      given: { 'fail-on': 'Error' },
      problem: 'input fail-on: it takes one of error, warning, info, never, not "Error"',
    },
    { given: { comment: 'yes' }, problem: 'input comment: it takes one of true, false, not "yes"' },
    {
      given: { files: '!a' },
      problem: 'input files: it takes files away with "!" and names none to begin with',
    },
    {
      given: { 'config-properties': '../x' },
      problem:
        'input config-properties: it takes the path of one file, relative to the root of the repository, not "../x"',
    },
    {
      given: { 'config-properties': '/etc/x' },
      problem:
        'input config-properties: it takes the path of one file, relative to the root of the repository, not "/etc/x"',
    },
    {
      given: { key: 'a\nb' },
      problem: 'input key: it takes one line of at most 100 characters, not "a\\nb"',
    },
  ])('refuses $given', ({ given, problem }) => {
    expect(decode(given)).toEqual({ kind: 'problems', problems: [problem] });
  });

  test('names every bad input', () => {
    const decoded = decode({ gpus: 'x', cpus: 'y', 'fail-on': 'z' });
    expect(decoded.kind === 'problems' ? decoded.problems.length : 0).toBe(3);
  });
});
