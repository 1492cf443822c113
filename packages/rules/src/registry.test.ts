import { readdirSync } from 'node:fs';
import { presetRules } from './presets.ts';
import { findRule, rules } from './registry.ts';

const ids = rules.map(({ id }) => id);
const docsFolder = new URL('../../../docs/rules/', import.meta.url);

describe('the registry', () => {
  test('holds every folder of rules/, in alphabetical order, and nothing else', () => {
    expect(ids).toEqual(readdirSync(new URL('rules/', import.meta.url)).sort());
  });

  test('has a docs page for every rule, and no page too many', () => {
    const pages = readdirSync(docsFolder).filter((name) => name !== 'index.md');
    expect(pages.sort()).toEqual(ids.map((id) => `${id}.md`));
  });

  test('finds a rule by its id', () => {
    expect(findRule('not-enough-gpus')?.id).toBe('not-enough-gpus');
    expect(findRule('no-such-rule')).toBeUndefined();
  });

  test('the strict preset holds all of the recommended one', () => {
    const strict = presetRules('strict');
    expect(presetRules('recommended').filter((rule) => !strict.includes(rule))).toEqual([]);
    expect(strict).toEqual(rules);
  });
});

describe.each(rules)('the metadata of $id', (rule) => {
  test('is named like its folder, in kebab case', () => {
    expect(rule.id).toMatch(/^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/);
  });

  test('has a description of the form "Require …", without a full stop', () => {
    expect(rule.description).toMatch(/^(?:Require|Disallow|Enforce) .*[^.]$/);
  });

  test('says why, what it rests on and where TorchServe does it', () => {
    expect(rule.rationale).toMatch(/\.$/);
    expect(rule.presets).not.toEqual([]);
    expect(rule.evidence).not.toEqual([]);
    expect(rule.upstream).not.toEqual([]);
  });

  test('has whole sentences as messages and an answer to each', () => {
    for (const [messageId, message] of Object.entries(rule.messages)) {
      expect(messageId).toMatch(/^[a-z]\w*$/);
      expect(message).toMatch(/^[a-zA-Z{][^]*[.}]$/);
    }
    expect(Object.keys(rule.suggestions ?? {}).sort()).toEqual(Object.keys(rule.messages).sort());
    for (const suggestion of Object.values(rule.suggestions ?? {})) expect(suggestion).toMatch(/\.$/);
  });
});
