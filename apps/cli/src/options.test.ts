import { parseOptions } from './options.ts';

describe('parseOptions', () => {
  test('defaults: an unknown host, startup, the last release, text, fail on errors', () => {
    expect(parseOptions(['check', 'a.yaml'])).toEqual({
      command: 'check',
      paths: ['a.yaml'],
      gpus: 'unknown',
      cpuCores: 'unknown',
      entry: 'startup',
      torchserveVersion: '0.12.0',
      failOn: 'error',
      format: 'text',
      wantsPolicy: true,
      wantsFix: false,
      isDryRun: false,
      port: 4173,
      isOnce: false,
      wantsHelp: false,
      wantsVersion: false,
    });
  });

  test('takes values with and without an equals sign, and a lone dash as a path', () => {
    const options = parseOptions(['check', '-', '--gpus', '8', '--format=json', '--fail-on=never']);
    expect([options.paths, options.gpus, options.format, options.failOn]).toEqual([
      ['-'],
      8,
      'json',
      'never',
    ]);
  });

  test('zero GPUs is a host without GPUs, not an unknown one', () => {
    expect(parseOptions(['check', 'a', '--gpus', '0']).gpus).toBe(0);
  });

  test.each([
    [['check', '--gpus', 'eight'], '--gpus takes a whole number from 0 to 1024, not "eight"'],
    [['check', '--gpus', '-1'], '--gpus needs a value; see topodiff check --help'],
    [['check', '--gpus'], '--gpus needs a value; see topodiff check --help'],
    [['--gpus'], '--gpus needs a value; see topodiff --help'],
    [['check', ''], 'an argument is empty'],
    [['check', '--gpus', ''], '--gpus takes a whole number from 0 to 1024, not ""'],
    [['check', '--gpus', '1025'], '--gpus takes a whole number from 0 to 1024, not "1025"'],
    [['check', '--cpus', '65537'], '--cpus takes a whole number from 0 to 65536, not "65537"'],
    [['check', '--gpus', '1e3'], '--gpus takes a whole number from 0 to 1024, not "1e3"'],
    [['check', '--format', 'xml'], '--format takes text, json, markdown, github, sarif, not "xml"'],
    [['plan', '--format', 'sarif'], '--format takes text, json, markdown, github, not "sarif"'],
    [['rules', '--format', 'github'], '--format takes text, json, markdown, not "github"'],
    [['check', '--torchserve', '0.13.0'], '--torchserve takes 0.8.0'],
    [['check', '--gpu', '8'], "unknown option '--gpu'; see topodiff check --help"],
    [['check', '--gpus', '4', '--gpus', '8'], '--gpus is given twice'],
    [['check', '--base', 'main'], 'topodiff check has no option --base'],
    [['check', '--policy', 'p.yaml', '--no-policy'], '--policy and --no-policy exclude each other; give one'],
    [['check', '--policy', ''], '--policy needs a file'],
    [['fix', '--no-policy'], 'topodiff fix has no option --no-policy'],
    [['review', '--base', 'main', '--format', 'json'], 'topodiff review has no option --format'],
    [['review', '--base', 'main', '--port', '70000'], '--port takes a whole number from 0 to 65535'],
    [['diff', '--once'], 'topodiff diff has no option --once'],
    [['rules', '--gpus', '8'], 'topodiff rules has no option --gpus'],
  ])('refuses %j', (args, message) => {
    expect(() => parseOptions(args)).toThrow(message);
  });
});
