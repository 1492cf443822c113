import fc from 'fast-check';
import type { Change, ChangeAction } from './change.ts';
import { findChangeType } from './change-types/registry.ts';
import { compareTexts } from './testing/compare-texts.ts';

const integers = fc.constantFrom(
  '0',
  '1',
  '2',
  '4',
  '8',
  '-1',
  '"4"',
  '4.0',
  'null',
  '3000000000',
  '010',
  'x',
);
const flags = fc.constantFrom('true', 'false', '"true"', '1', 'null');
const integerKeys = [
  'minWorkers', 'maxWorkers', 'batchSize', 'maxBatchDelay', 'responseTimeout', 'startupTimeout', 'parallelLevel',
  'maxRetryTimeoutInSec', 'clientTimeoutInMills', 'jobQueueSize', 'sequenceMaxIdleMSec', 'sequenceTimeoutMSec',
  'maxSequenceJobQueueSize', 'maxNumSequence', 'BatchSize',
]; // prettier-ignore
const flagKeys = ['useJobTicket', 'continuousBatching', 'sequenceBatching', 'asyncCommunication', 'useVenv'];

const torchrunLine = fc.oneof(
  fc.tuple(
    fc.constantFrom(
      'nproc-per-node',
      'nnodes',
      'monitor-interval',
      'node-rank',
      'OMP_NUMBER_THREADS',
      'max-restarts',
    ),
    integers,
  ),
  fc.tuple(
    fc.constantFrom('rdzv-backend', 'rdzv-endpoint', 'rdzv-conf'),
    fc.constantFrom('c10d', 'static', '1', 'a:1'),
  ),
);
const torchrun = fc.oneof(
  {
    weight: 6,
    arbitrary: uniqueLines(torchrunLine).map((lines) => (lines.length === 0 ? '{}' : indent(lines))),
  },
  { weight: 1, arbitrary: fc.constantFrom('4', '[]', 'null', '{}') },
);
const section = uniqueLines(
  fc.tuple(
    fc.constantFrom('model_path', 'max_length', 'cache', 'chunks', 'vllm_engine_config'),
    fc.constantFrom(
      '1',
      '2',
      '1.5',
      'a',
      "'a'",
      '[1, 2]',
      '[2, 1]',
      '{a: 1}',
      '{a: 2, b: {c: 1}}',
      '{1: a}',
      'null',
    ),
  ),
).map((lines) => (lines.length === 0 ? 'null' : indent(lines)));

const topLevelLine = fc.oneof(
  { weight: 6, arbitrary: fc.tuple(fc.constantFrom(...integerKeys), integers) },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom(...flagKeys), flags) },
  {
    weight: 3,
    arbitrary: fc.tuple(
      fc.constant('parallelType'),
      fc.constantFrom('tp', 'pp', 'PPTP', 'custom', 'ddp', '1'),
    ),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constant('torchrun'), torchrun) },
  { weight: 1, arbitrary: fc.tuple(fc.constant('deviceType'), fc.constantFrom('gpu', 'cpu', 'cuda', '""')) },
  {
    weight: 1,
    arbitrary: fc.tuple(
      fc.constant('deviceIds'),
      fc.constantFrom('[0, 1]', '[1, 0]', '[]', '[9]', '[a]', '0'),
    ),
  },
  { weight: 3, arbitrary: fc.tuple(fc.constantFrom('handler', 'pippy', 'deepspeed', 'other'), section) },
);

/** Texts in the shapes of model-config files, right and wrong ones, and now and then no such text at all. */
const text = fc.oneof(
  { weight: 12, arbitrary: uniqueLines(topLevelLine).map((lines) => lines.map(line).join('')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('', '# nothing\n', '- a\n', 'a: [\n', 'on: 1\n', 'a: =\n', 'a: {{ b }}\n'),
  },
  { weight: 1, arbitrary: fc.string() },
);
const host = fc.record({
  gpus: fc.constantFrom<(number | 'unknown')[]>('unknown', 0, 1, 4, 8),
  entry: fc.constantFrom('startup' as const, 'register-api' as const),
});

const opposites: Readonly<Record<ChangeAction, ChangeAction>> = {
  added: 'removed',
  removed: 'added',
  increased: 'decreased',
  decreased: 'increased',
  changed: 'changed',
};

describe('compareModelConfigs', () => {
  test('sees nothing between a configuration and itself', () => {
    fc.assert(
      fc.property(text, host, (both, profile) => {
        expect(compareTexts(both, both, { host: profile })).toEqual([]);
      }),
    );
  });

  test('turns every change into its opposite when the sides are swapped', () => {
    fc.assert(
      fc.property(text, text, host, (base, head, profile) => {
        const there = compareTexts(base, head, { host: profile });
        const back = compareTexts(head, base, { host: profile });
        expect(back.map(describeSwapped).sort()).toEqual(there.map(describe_).sort());
      }),
    );
  });

  test('does not depend on the order of keys within a section of the handler', () => {
    fc.assert(
      fc.property(
        uniqueLines(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), integers)),
        text,
        (lines, other) => {
          const inOrder = `handler:${indent(lines)}\n`;
          const reversed = `handler:${indent([...lines].reverse())}\n`;
          expect(compareTexts(inOrder, reversed)).toEqual([]);
          expect(compareTexts(other, inOrder).map(describe_).sort()).toEqual(
            compareTexts(other, reversed).map(describe_).sort(),
          );
        },
      ),
    );
  });

  test('depends on the order of top-level keys only where both torchrun and parallelLevel are written', () => {
    fc.assert(
      fc.property(uniqueLines(topLevelLine), host, (lines, profile) => {
        const keys = lines.map(([key]) => key);
        fc.pre(!(keys.includes('torchrun') && keys.includes('parallelLevel')));
        const base = lines.map(line).join('');
        const head = [...lines].reverse().map(line).join('');
        expect(compareTexts(base, head, { host: profile })).toEqual([]);
      }),
    );
  });

  test('shows every change of what a frontend key says', () => {
    fc.assert(
      fc.property(
        uniqueLines(topLevelLine),
        fc.tuple(fc.constantFrom(...integerKeys), integers),
        host,
        (lines, [key, value], profile) => {
          const rest = lines.filter(([other]) => other !== key);
          const before = lines.find(([other]) => other === key);
          fc.pre(rest.length > 0 && (before === undefined || meaningOf(before[1]) !== meaningOf(value)));
          const base = lines.map(line).join('');
          const head =
            before === undefined
              ? `${base}${line([key, value])}`
              : lines.map((old) => line(old[0] === key ? [key, value] : old)).join('');
          expect(compareTexts(base, head, { host: profile })).not.toEqual([]);
        },
      ),
    );
  });
});

/** A change without its places, which are found by other tests. */
function describe_({ id, action, head, base }: Change): string {
  return [id, action, JSON.stringify(base?.path), JSON.stringify(head?.path)].join(' ');
}

function describeSwapped({ id, action, head, base }: Change): string {
  return [
    findChangeType(id).opposite,
    opposites[action],
    JSON.stringify(head?.path),
    JSON.stringify(base?.path),
  ].join(' ');
}

function uniqueLines<T extends [string, string]>(lineOf: fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.uniqueArray(lineOf, { maxLength: 8, selector: ([key]) => key });
}

function line([key, value]: readonly [string, string]): string {
  return `${key}:${value.startsWith('\n') ? '' : ' '}${value}\n`;
}

function indent(lines: readonly (readonly [string, string])[]): string {
  return lines.map(([key, value]) => `\n  ${key}: ${value}`).join('');
}

/** `010` is 8 to both readers. */
function meaningOf(value: string): string {
  return value === '010' ? '8' : value;
}
