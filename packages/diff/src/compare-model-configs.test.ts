import { yaml } from '@topodiff/testkit';
import { changeTypes } from './change-types/registry.ts';
import { compareTexts } from './testing/compare-texts.ts';

const host = { gpus: 8 };

function idsOf(base: string | null, head: string | null): readonly string[] {
  return compareTexts(base, head, { host }).map(({ id }) => id);
}

test('lists by layer, then impact, then place', () => {
  const base = yaml`
    minWorkers: 1
    maxWorkers: 1
    batchSize: 4
    responseTimeout: 120
    parallelType: tp
    torchrun:
      nproc-per-node: 4
    deepspeed:
      config: ds-config.json
    handler:
      model_path: /models/llama
      max_length: 80
  `;
  const head = yaml`
    minWorkers: 1
    maxWorkers: 1
    batchSize: 2
    responseTimeout: 300
    parallelType: pptp
    torchrun:
      nproc-per-node: 8
      OMP_NUMBER_THREADS: 4
    deepspeed:
      config: ds-config-8.json
    handler:
      dtype: fp16
      model_path: /models/llama
      max_length: 120
  `;
  const changes = compareTexts(base, head, { host });
  expect(
    changes.map(({ layer, impact, id, head: place }) => [layer, impact, id, place?.range.start.line]),
  ).toEqual([
    ['frontend', 'dangerous', 'batch-size-decreased', 3],
    ['frontend', 'non-breaking', 'response-timeout-increased', 4],
    ['process', 'breaking', 'parallel-type-changed', 5],
    ['process', 'dangerous', 'gpus-per-worker-increased', 7],
    ['process', 'dangerous', 'omp-threads-increased', 8],
    ['framework', 'dangerous', 'split-changed', 7],
    ['framework', 'dangerous', 'framework-setting-changed', 10],
    ['handler', 'dangerous', 'handler-setting-increased', 14],
    ['handler', 'non-breaking', 'handler-setting-added', 12],
  ]);
});

describe('a file that cannot be read', () => {
  const sound = 'batchSize: 8\nminWorkers: 2\nmaxWorkers: 2\n';

  test('does not make every setting a change: nothing uses the defaults', () => {
    expect(idsOf(sound, '')).toEqual(['model-will-not-start']);
    expect(idsOf(sound, '- batchSize\n')).toEqual(['model-will-not-start']);
    expect(idsOf(sound, `${sound}a: [\n`)).toEqual(['config-became-unreadable', 'model-will-not-start']);
  });

  test('makes every setting a change when only the frontend cannot: it starts with its defaults', () => {
    expect(idsOf(sound, `${sound}deep: ${'['.repeat(51)}${']'.repeat(51)}\n`)).toEqual([
      'config-became-unreadable',
      'batch-size-decreased',
      'worker-count-increased',
      'max-workers-increased',
      'handler-setting-added',
    ]);
  });

  test('keeps the settings comparable when only the Python worker cannot', () => {
    expect(idsOf(sound, sound.replace('8', '4').concat('a: =\n'))).toEqual([
      'config-became-unreadable',
      'model-will-not-start',
      'batch-size-decreased',
    ]);
  });
});

describe('the order of the file', () => {
  const levelLast = yaml`
    minWorkers: 1
    maxWorkers: 1
    parallelType: custom
    asyncCommunication: true
    torchrun:
      nproc-per-node: 4
    parallelLevel: 2
  `;
  const torchrunLast = yaml`
    minWorkers: 1
    maxWorkers: 1
    parallelType: custom
    asyncCommunication: true
    parallelLevel: 2
    torchrun:
      nproc-per-node: 4
  `;

  test('shows through what it does', () => {
    expect(idsOf(levelLast, torchrunLast)).toEqual([
      'setting-became-ineffective',
      'gpus-per-worker-increased',
    ]);
    expect(idsOf(torchrunLast, levelLast)).toEqual(['setting-became-effective', 'gpus-per-worker-decreased']);
  });
});

test('texts that differ in nothing that anybody reads have no change', () => {
  expect(idsOf('# one\nbatchSize: 8\n', 'batchSize:   +8 # two\r\n')).toEqual([]);
});

test('a bug in one change type is ours to hear of', () => {
  const broken = {
    ...changeTypes[0],
    find: () => [{ messageId: 'none', at: [] }],
  } as (typeof changeTypes)[number]; // a type with a message that it does not have
  expect(() => compareTexts('a: 1\n', 'a: 2\n', {}, [broken])).toThrow('has no message "none"');
});
