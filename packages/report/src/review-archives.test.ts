import { unknownHost } from '@topodiff/topology';
import { parseConfigProperties } from '@topodiff/schema';
import type { ArchiveInput } from './review-input.ts';
import { makeModel, reviewModels } from './testing/review-texts.ts';

const text = 'minWorkers: 2\nmaxWorkers: 2\nresponseTimeout: "9"\n';

function archive(
  manifest: Partial<ArchiveInput['manifest']>,
  fileNames = ['model-config.yaml'],
): ArchiveInput {
  return {
    manifest: {
      modelName: 'm',
      modelVersion: '1.0',
      configFile: 'model-config.yaml',
      handler: 'handler.py',
      runtime: 'python',
      serializedFile: null,
      ...manifest,
    },
    fileNames,
    foundConfigFile: fileNames.includes('model-config.yaml') ? 'model-config.yaml' : null,
  };
}

function review(head: ArchiveInput, side = text, properties = '') {
  const model = makeModel(null, side, { isExplicit: true, archives: { base: null, head } });
  const host = { ...unknownHost, configProperties: parseConfigProperties(properties) };
  const [found] = reviewModels([model], { host }).models;
  if (found === undefined) throw new Error('The report of one model holds one');
  return { head: found.head, rules: found.findings.map(({ ruleId }) => ruleId) };
}

describe('a configuration out of an archive', () => {
  test('is read when the manifest names it', () => {
    const { head, rules } = review(archive({}));
    expect([head?.outcome, head?.launch.minWorkers]).toEqual(['loaded', 2]);
    expect(rules).toContain('integer-key-wrong-type');
  });

  test('counts for nothing when the manifest does not name it, and only that is said', () => {
    const { head, rules } = review(archive({ configFile: null }));
    expect([head?.outcome, head?.launch.minWorkers]).toEqual(['no-config', 1]);
    expect(rules).toEqual(['config-not-in-manifest']);
  });

  test('keeps every worker from loading when it is named and missing', () => {
    const { head, rules } = review(archive({}, ['handler.py']), '');
    expect(head?.launch.blockers.map(({ kind }) => kind)).toEqual(['python-cannot-read']);
    expect(rules).toEqual(['config-not-in-manifest']);
  });

  test('has the name and the version of the manifest in the models JSON', () => {
    const properties = 'models={"real":{"2.0":{"minWorkers":3,"maxWorkers":3}}}';
    const manifest = { modelName: 'real', modelVersion: '2.0' };
    expect(review(archive(manifest), 'handler: {}\n', properties).head?.launch.minWorkers).toBe(3);
    expect(
      review(archive({ ...manifest, modelVersion: '1.0' }), 'handler: {}\n', properties).head?.launch
        .minWorkers,
    ).toBe(1);
  });

  test('is held against the settings of its own version, not of 1.0', () => {
    const properties = 'models={"m":{"1.0":{"batchSize":4},"2.0":{"batchSize":8}}}';
    const ruleIdsOf = (modelVersion: string) =>
      review(archive({ modelVersion }), 'batchSize: 8\n', properties).rules;
    expect(ruleIdsOf('1.0')).toContain('models-json-conflict');
    expect(ruleIdsOf('2.0')).not.toContain('models-json-conflict');
  });
});
