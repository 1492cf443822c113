import { readFileSync } from 'node:fs';
import { parseModelConfig } from '@topodiff/schema';
import { unknownHost } from '@topodiff/topology';
import { yaml } from '@topodiff/testkit';
import { fixModelConfig } from './fix-model-config.ts';

function fix(text: string) {
  return fixModelConfig({ path: 'model-config.yaml', source: { kind: 'text', text }, host: unknownHost });
}

const mistakes = yaml`
  # our model
  minWorkers: "2"   # two of them
  maxWorkers: 2
  BatchSize: 8
  parallelType: tp
  parallelLevel: 4 # four
  torchrun:
    nproc_per_node: "4"
  handler:
    lr: 1e-5
`;

describe('fixModelConfig', () => {
  test('makes every safe fix, over several rounds, and keeps comments, order and form', () => {
    const fixed = fix(mistakes);
    expect(fixed.text).toBe(yaml`
      # our model
      minWorkers: 2   # two of them
      maxWorkers: 2
      batchSize: 8
      parallelType: tp
      # four
      torchrun:
        nproc-per-node: 4
      handler:
        lr: 1.0e-5
    `);
    // The number in quotes can only be seen once its key is known.
    expect(fixed.fixedRuleIds).toEqual([
      'integer-key-wrong-type',
      'unknown-key-near-miss',
      'torchrun-unknown-key',
      'yaml-exponent-float-is-string',
      'nproc-per-node-invalid',
      'parallel-level-with-torchrun',
    ]);
    expect(fixed.textHunks?.flatMap(({ lines }) => lines)).toContain('+  nproc-per-node: 4');
  });

  test('with CRLF as well', () => {
    expect(fix(mistakes.replaceAll('\n', '\r\n')).text).toBe(fix(mistakes).text.replaceAll('\n', '\r\n'));
  });

  test('leaves a file without safe fixes alone', () => {
    const text = 'minWorkers: 3\nparallelType: tp\n';
    expect(fix(text)).toEqual({ text, fixedRuleIds: [], textHunks: [] });
  });
});

/** What was recorded holds every kind of odd file. */
describe('recorded texts', () => {
  const file = new URL('../../testkit/fixtures/conformance/model-config-parse.jsonl', import.meta.url);
  const texts = readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => (JSON.parse(line) as { yaml: string }).yaml);

  test('fixing twice is fixing once, no comment is lost, and what could be read still can', () => {
    let changed = 0;
    for (const text of texts) {
      const fixed = fix(text);
      if (fixed.text === text) continue;
      changed += 1;
      expect({ text, again: fix(fixed.text).text }).toEqual({ text, again: fixed.text });
      expect({ text, comments: commentsOf(fixed.text) }).toEqual({ text, comments: commentsOf(text) });
      expect({ text, lost: lostReaders(text, fixed.text) }).toEqual({ text, lost: [] });
    }
    expect(changed).toBeGreaterThan(300);
  });
});

function commentsOf(text: string): readonly string[] {
  return [...text.matchAll(/(?:^|\s)#[^\r\n]*/g)].map(([comment]) => comment.trim());
}

function lostReaders(before: string, after: string): readonly string[] {
  const readable = (text: string) => {
    const { frontend, handler } = parseModelConfig(text);
    return { frontend: frontend.outcome === 'loaded', handler: handler.outcome === 'loaded' };
  };
  const [old, now] = [readable(before), readable(after)];
  return (['frontend', 'handler'] as const).filter((reader) => old[reader] && !now[reader]);
}
