import type { FoundModelConfigs } from '@topodiff/github';
import { buildSuggestions } from './build-suggestions.ts';
import { reviewTexts } from './testing/review-texts.ts';
import { eightGpus, quotedEight } from './testing/configs.ts';

const path = 'llama/model-config.yaml';
const found = (head: FoundModelConfigs['models'][number]['head']): FoundModelConfigs => ({
  models: [{ path, base: null, head, isExplicit: false }],
  untouchedModels: [],
  notices: [],
  configProperties: new Map(),
  patches: new Map(),
});

test('a safe fix becomes a suggestion on its lines', () => {
  const [suggestion, ...others] = buildSuggestions(
    reviewTexts({ [path]: quotedEight }),
    found({ kind: 'text', text: quotedEight }),
  );
  expect(others).toEqual([]);
  expect(suggestion).toMatchObject({ path, startLine: 8, endLine: 8 });
  expect(suggestion?.body).toContain('```suggestion\n  nproc-per-node: 8\n```');
});

test('the same lines are the same suggestion, wherever they stand', () => {
  const moved = `# moved\n${quotedEight}`;
  const idsOf = (text: string) =>
    buildSuggestions(reviewTexts({ [path]: text }), found({ kind: 'text', text })).map(({ id }) => id);
  expect(idsOf(moved)).toEqual(idsOf(quotedEight));
  expect(idsOf(quotedEight.replace('"8"', '"16"'))).not.toEqual(idsOf(quotedEight));
});

test('nothing to mend, and a text that is not there, give none', () => {
  expect(
    buildSuggestions(reviewTexts({ [path]: eightGpus }), found({ kind: 'text', text: eightGpus })),
  ).toEqual([]);
  expect(buildSuggestions(reviewTexts({ [path]: quotedEight }), found(null))).toEqual([]);
  const link = { kind: 'unreadable', reason: 'symlink', detail: 'it is a link' } as const;
  expect(buildSuggestions(reviewTexts({ [path]: quotedEight }), found(link))).toEqual([]);
});
