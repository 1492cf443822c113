import { defaultModelConfigPatterns } from './default-model-config-patterns.ts';
import { matchPaths } from './match-paths.ts';

describe('matchPaths', () => {
  test.each([
    'model-config.yaml',
    'model_config.yml',
    'serving/llama/model-config.yaml',
    'serving/Model-Config.YAML',
    '.hidden/model-config.yaml',
    'a/llama-model-config-v2.yaml',
    'a b/ü/model-config.yaml',
    'a\nb/c\r\u2028d/model-config.yaml',
    'a/model-config\n.yaml',
  ])('the default takes %j', (path) => {
    expect(matchPaths(defaultModelConfigPatterns)(path)).toBe(true);
  });

  test.each([
    'config.yaml',
    'model-config.json',
    'model-config.yaml/x',
    'modelconfig.yaml',
    'model-config.yaml.bak',
  ])('the default does not take %j', (path) => {
    expect(matchPaths(defaultModelConfigPatterns)(path)).toBe(false);
  });

  test('takes paths away wherever the exclusion stands', () => {
    const isWanted = matchPaths(['!drafts/**', './**/*.yaml']);
    expect(['a/b.yaml', 'drafts/b.yaml', 'b.yaml'].map((path) => isWanted(path))).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('knows a negated group from an exclusion', () => {
    const isWanted = matchPaths(['!(drafts)/*.yaml']);
    expect(['a/b.yaml', 'drafts/b.yaml'].map((path) => isWanted(path))).toEqual([true, false]);
  });
});
