import { unknownHost } from '@topodiff/topology';
import { fixModelConfig } from './fix-model-config.ts';
import { suggestFixes } from './suggest-fixes.ts';
import { reviewTexts } from './testing/review-texts.ts';

function suggest(text: string) {
  const { model } = reviewTexts('minWorkers: 1\n', text);
  return suggestFixes(model.findings, text);
}

/** What somebody gets who takes all suggestions. */
function takeAll(text: string): string {
  const lines = text.split('\n');
  for (const { startLine, endLine, text: replacement } of [...suggest(text)].reverse()) {
    lines.splice(startLine - 1, endLine - startLine + 1, replacement);
  }
  return lines.join('\n');
}

test.each([
  ['a quoted number', 'minWorkers: 1\nmaxWorkers: 1\nbatchSize: "4"\nmaxBatchDelay: 100\n'],
  ['without a line break at the end', 'minWorkers: 1\nmaxWorkers: 1\nbatchSize: "4"'],
  ['two of them', 'parallelType: tp\ntorchrun:\n  nproc-per-node: "4"  # four\nbatchSize: "2"\n'],
  ['a key in another spelling', 'BatchSize: 4\n'],
  ['one line for two', 'torchrun: {nproc-per-node: "4", OMP_NUMBER_THREADS: "2"}\nparallelType: tp\n'],
  ['the old form of pt2', 'pt2: inductor\nhandler:\n  x: 1\n'],
  ['characters outside of the plane', 'minWorkers: 1 # 😀\nbatchSize: "4" # 😀\n'],
])('taken together, suggestions give what fix gives: %s', (_, text) => {
  const fixed = fixModelConfig({
    path: 'serving/llama/model-config.yaml',
    source: { kind: 'text', text },
    host: { ...unknownHost, gpus: 8 },
  });
  expect(suggest(text).length).toBeGreaterThan(0);
  expect(takeAll(text)).toBe(fixed.text);
});

test('two fixes on one line are one suggestion, and name both findings', () => {
  const [first, ...rest] = suggest(
    'torchrun: {nproc-per-node: "4", OMP_NUMBER_THREADS: "2"}\nparallelType: tp\n',
  );
  expect(rest).toEqual([]);
  expect(first).toMatchObject({
    startLine: 1,
    endLine: 1,
    text: 'torchrun: {nproc-per-node: 4, OMP_NUMBER_THREADS: 2}',
  });
  expect(first?.findings.length).toBe(2);
});

test('other line breaks than \\n are left to topodiff fix', () => {
  expect(suggest('minWorkers: 1\r\nbatchSize: "4"\r\n')).toEqual([]);
});

test('a finding without a fix suggests nothing', () => {
  expect(suggest('minWorkers: 4\nmaxWorkers: 2\n')).toEqual([]);
});
