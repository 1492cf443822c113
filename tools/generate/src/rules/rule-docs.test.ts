import { loadRulePages } from './load-rule-pages.ts';
import { generateRuleDocs } from './rule-docs.ts';

describe('generateRuleDocs', () => {
  test('makes a page for every rule, and an index that links to them all', async () => {
    const pages = await loadRulePages();
    const files = generateRuleDocs(pages);
    expect([...files.keys()].sort()).toEqual(
      ['docs/rules/index.md', ...pages.map(({ rule }) => `docs/rules/${rule.id}.md`)].sort(),
    );
    const index = files.get('docs/rules/index.md') ?? '';
    for (const { rule } of pages) expect(index).toContain(`[${rule.id}](${rule.id}.md)`);
  });

  test('shows what the rule says about its examples', async () => {
    const pages = await loadRulePages();
    const page = generateRuleDocs(pages.filter(({ rule }) => rule.id === 'not-enough-gpus')).get(
      'docs/rules/not-enough-gpus.md',
    );
    expect(page).toContain('- **5:19 error** A worker needs `4` GPUs, but the host has `2`:');
    expect(page).toContain('Half of what a worker needs (assumed: a host with 2 GPUs):');
    expect(page).toContain('```yaml\nminWorkers: 1\n');
    expect(page).not.toContain('#  ');
  });

  test('depends on nothing but its input', async () => {
    expect(generateRuleDocs(await loadRulePages())).toEqual(generateRuleDocs(await loadRulePages()));
  });
});
