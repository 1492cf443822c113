import { formatConfigPath } from '../document/config-path.ts';
import { parseModelConfig } from '../document/parse-model-config.ts';
import type { TorchserveVersion } from '../torchserve-version.ts';
import { fields } from './fields.ts';
import { readModelConfig, type ModelConfigReading } from './read-model-config.ts';

function read(text: string, version: TorchserveVersion = '0.12.0'): ModelConfigReading {
  return readModelConfig(parseModelConfig(text), version);
}

/** What became of each declared key, in the frontend's order. */
function outcomes(text: string, version?: TorchserveVersion): readonly string[] {
  return [...read(text, version).declared.values()].map(({ name, origin, cause }) =>
    [name, origin, ...(cause === undefined ? [] : [cause])].join(' '),
  );
}

describe('values', () => {
  test.each([
    ['minWorkers: 2', 'declared', 2],
    ['minWorkers: 010', 'coerced', 8],
    ['minWorkers: 1:30', 'coerced', 90],
    ['minWorkers: 0x10', 'declared', 16],
    ['minWorkers: 1_000', 'declared', 1000],
    ['minWorkers: 0', 'clamped below-minimum', 1],
    ['minWorkers: "2"', 'ignored wrong-type', 0],
    ['minWorkers: 2.0', 'ignored wrong-type', 0],
    ['minWorkers: yes', 'ignored wrong-type', 0],
    ['minWorkers:', 'ignored null', 0],
    ['minWorkers: 2147483648', 'ignored overflow', 0],
    ['minWorkers: 0000000000001', 'ignored overflow', 0],
  ])('%s is %s', (line, outcome, value) => {
    expect(outcomes(line)).toEqual([`minWorkers ${outcome}`]);
    expect(read(line).fields.minWorkers).toBe(value);
  });

  test.each([
    ['maxBatchDelay: -1', 'maxBatchDelay ignored below-minimum'],
    ['responseTimeout: 0', 'responseTimeout ignored below-minimum'],
    ['maxRetryTimeoutInSec: -1', 'maxRetryTimeoutInSec clamped below-minimum'],
    ['useJobTicket: "true"', 'useJobTicket ignored wrong-type'],
    ['useVenv: on', 'useVenv declared'],
    ['deviceType: cuda', 'deviceType ignored unknown-value'],
    ['deviceType: GPU', 'deviceType coerced'],
    ['deviceType: ""', 'deviceType declared'],
    ['deviceType: >\n  gpu\n', 'deviceType ignored unknown-value'],
    ['parallelType: custom', 'parallelType declared'],
    ['deviceIds: [0, 1]', 'deviceIds declared'],
    ['deviceIds: [0, 010]', 'deviceIds coerced'],
    ['deviceIds: [0, "1"]', 'deviceIds ignored wrong-element-type'],
    ['deviceIds: !!set {0, 1}', 'deviceIds ignored wrong-type'],
    ['torchrun: []', 'torchrun ignored wrong-type'],
  ])('%j: %s', (text, outcome) => {
    expect(outcomes(text)).toEqual([outcome]);
  });

  test('a list with one wrong element is dropped as a whole', () => {
    expect(read('deviceIds: [0, "1"]').fields.deviceIds).toBeNull();
    expect(read('deviceIds: []').fields.deviceIds).toEqual([]);
  });

  test('a setting merged in keeps its place at the anchor', () => {
    const level = read('x: &x\n  parallelLevel: 4\n<<: *x\n').declared.get('parallelLevel');
    expect([level?.keyRange.start.line, level?.declared.range.start.column]).toEqual([2, 18]);
  });
});

describe('torchrun against parallelLevel', () => {
  test.each([
    ['parallelLevel: 2\ntorchrun: {nproc-per-node: 4}', 4, 4, 'torchrun'],
    ['torchrun: {nproc-per-node: 4}\nparallelLevel: 2', 2, 4, 'parallelLevel'],
    ['torchrun: {nproc-per-node: 4}\nparallelLevel: "2"', 4, 4, 'torchrun'],
    ['torchrun: {nproc-per-node: 4}\nparallelLevel: -3', 4, 4, 'torchrun'],
    ['parallelLevel: 2\ntorchrun: {nproc-per-node: 4}\nparallelLevel: 3', 3, 4, 'parallelLevel'],
    ['x: &x {torchrun: {nproc-per-node: 4}}\nparallelLevel: 2\n<<: *x', 4, 4, 'torchrun'],
    ['x: &x {torchrun: {nproc-per-node: 4}}\n<<: *x\nparallelLevel: 2', 2, 4, 'parallelLevel'],
    ['x: &x {parallelLevel: 9, torchrun: {nproc-per-node: 4}}\n<<: *x\nparallelLevel: 2', 4, 4, 'torchrun'],
    ['parallelLevel: 2\ntorchrun:', 2, undefined, 'parallelLevel'],
  ])('%j', (text, level, processes, from) => {
    const reading = read(text);
    expect(reading.fields.parallelLevel).toBe(level);
    expect(reading.fields.torchRun?.nprocPerNode).toBe(processes);
    expect(reading.parallelLevelFrom).toBe(from);
  });

  test('a level that torchrun replaces is overridden, one that was ignored stays so', () => {
    expect(outcomes('parallelLevel: 2\ntorchrun: {nproc-per-node: 4}')).toEqual([
      'parallelLevel overridden overridden-by-later-key',
      'torchrun declared',
      'torchrun.nproc-per-node declared',
    ]);
    expect(outcomes('parallelLevel: x\ntorchrun: {}')).toEqual([
      'parallelLevel ignored wrong-type',
      'torchrun declared',
    ]);
  });

  test('a quoted nproc-per-node leaves one process and a level of one', () => {
    const { fields: read4 } = read('torchrun: {nproc-per-node: "4"}');
    expect([read4.torchRun?.nprocPerNode, read4.parallelLevel]).toEqual([1, 1]);
  });
});

describe('versions', () => {
  test('a key or a value that is newer is dropped', () => {
    expect(outcomes('startupTimeout: 5', '0.11.1')).toEqual(['startupTimeout ignored not-in-version']);
    expect(outcomes('parallelType: custom', '0.11.0')).toEqual(['parallelType ignored not-in-version']);
    expect(read('parallelLevel: 4', '0.11.0').fields.parallelLevel).toBe(0);
    expect(read('startupTimeout: 5', 'master').fields.startupTimeout).toBe(5);
  });

  test.each([
    ['0', '0.9.0', 300],
    ['-0', '0.8.2', 300],
    ['-2147483648', '0.9.0', 300],
    ['1', '0.9.0', 1],
    ['0', '0.10.0', 0],
    ['-1', '0.10.0', 0],
  ] as const)(
    'maxRetryTimeoutInSec %s on %s is %i, as the real one was seen to do',
    (written, version, seconds) => {
      expect(read(`maxRetryTimeoutInSec: ${written}`, version).fields.maxRetryTimeoutInSec).toBe(seconds);
    },
  );

  test('until 0.9.0 a worker or batch count below one was dropped, not raised', () => {
    expect(outcomes('minWorkers: 0\nbatchSize: -1\njobQueueSize: -1', '0.9.0')).toEqual([
      'minWorkers ignored below-minimum',
      'batchSize ignored below-minimum',
      'jobQueueSize clamped below-minimum',
    ]);
  });

  test('until 0.8.2 the level started at one', () => {
    expect([read('a: 1', '0.8.2'), read('a: 1', '0.9.0')].map(({ fields: f }) => f.parallelLevel)).toEqual([
      1, 0,
    ]);
  });
});

describe('keys that the frontend does not read', () => {
  test('are listed with their places, at the top level and in torchrun', () => {
    const reading = read('BatchSize: 4\nhandler: {}\ntorchrun:\n  nproc_per_node: 4\n');
    expect(reading.unknownKeys.map(({ path, range }) => [formatConfigPath(path), range.start.line])).toEqual([
      ['BatchSize', 1],
      ['handler', 2],
    ]);
    expect(reading.unknownTorchrunKeys.map(({ path }) => formatConfigPath(path))).toEqual([
      'torchrun.nproc_per_node',
    ]);
  });
});

describe('what stops the server', () => {
  test.each([
    ['', 'empty', 'NullPointerException', '', 1],
    ['# only words', 'empty', 'NullPointerException', '', 1],
    ['- a', 'root-not-map', 'ClassCastException', '', 1],
    ['minWorkers:1', 'root-not-map', 'ClassCastException', '', 1],
    ['!!set {a}', 'root-not-map', 'ClassCastException', '', 1],
    ['a: 1\n010: 2', 'non-string-key', 'ClassCastException', '010', 2],
    ['on: 2', 'non-string-key', 'ClassCastException', 'on', 1],
    ['a: 1\n~: 2', 'non-string-key', 'NullPointerException', '~', 2],
    ['torchrun:\n  1: 2', 'non-string-key', 'ClassCastException', 'torchrun.1', 2],
    ['a: 1\nb: !!str [x]', 'parser-crash', 'ClassCastException', '', 2],
  ])('%j: %s', (text, kind, thrown, path, line) => {
    const { outcome, fatal } = read(text);
    expect(outcome).toBe('fatal');
    expect([fatal?.kind, fatal?.thrown, fatal?.range.start.line]).toEqual([kind, thrown, line]);
    expect(formatConfigPath(fatal?.path ?? [])).toBe(path);
  });

  test('but not a key of a handler section, nor one of a torchrun that is no map', () => {
    expect(read('handler: {1: 2}').outcome).toBe('loaded');
    expect(read('torchrun: [{1: 2}]').outcome).toBe('loaded');
  });

  test('a file that the parser refuses is ignored, with all defaults', () => {
    const reading = read('minWorkers: 4\n\tx: 1\n');
    expect([reading.outcome, reading.fields.minWorkers, reading.fields.responseTimeout]).toEqual([
      'ignored',
      0,
      120,
    ]);
    expect(reading.declared.size).toBe(0);
  });
});

test('the field table names each key of a section once, with a description', () => {
  const names = fields.map(({ section, key }) => `${section} ${key}`);
  expect(new Set(names).size).toBe(names.length);
  for (const { description } of fields) expect(description).toMatch(/^[A-Z].*\.$/);
});
