import { describeRule } from './describe-rule.ts';
import { rules } from './registry.ts';
import { notEnoughGpus } from './rules/not-enough-gpus/rule.ts';

describe('describeRule', () => {
  test('is the page of a rule', () => {
    const page = describeRule(notEnoughGpus);
    expect(page.startsWith('not-enough-gpus (error)\nDisallow workers that need more GPUs')).toBe(true);
    expect(page).toContain('  startup\n    A worker needs {needed} GPUs');
    expect(page).toContain('    → Use a host with {needed} GPUs');
    expect(page).toContain('Looks at  what TorchServe would launch\n');
    expect(page).toContain('Evidence  seen on the real TorchServe\n');
    expect(page).toContain('/serve/wlm/ModelManager.java#L606-L621\n');
  });

  test.each(rules)('fits into 100 columns but for links: $id', (rule) => {
    const page = describeRule(rule);
    expect(page.endsWith('\n')).toBe(true);
    expect(page.split('\n').filter((line) => line.length > 100 && !line.includes('https://'))).toEqual([]);
  });
});
