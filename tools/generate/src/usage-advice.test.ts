import { readFileSync } from 'node:fs';
import { findRule } from '@topodiff/rules';

const page = readFileSync(new URL('../../../docs/usage-advice.md', import.meta.url), 'utf8');
const steps = page.split('\n').filter((line) => /^\| \d +\|/.test(line));
const links = [...page.matchAll(/\[([^\]]+)\]\(rules\/([\w-]+)\.md\)/g)].map(([, text, id]) => ({
  text,
  id,
}));

describe('docs/usage-advice.md', () => {
  test('has the seven steps', () => {
    expect(steps.map((line) => line.slice(2, 3))).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  test('names rules that exist, by their ids', () => {
    expect(links.length).toBeGreaterThan(10);
    for (const { text, id = '' } of links.filter((link) => link.id !== 'index')) {
      expect({ id, exists: findRule(id) !== undefined, text }).toEqual({ id, exists: true, text: id });
    }
  });

  test('gives a rule for every step', () => {
    const counts = steps.map((line) => [...line.matchAll(/\(rules\//g)].length);
    expect(counts.map((count) => count > 0)).toEqual([true, true, true, true, true, true, true]);
  });
});
