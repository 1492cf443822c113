import { presetRules } from './presets.ts';
import { rules } from './registry.ts';
import type { SeverityOverrides } from './select-rules.ts';
import { selectRules } from './select-rules.ts';

describe('selectRules', () => {
  test('takes the recommended rules with their own severities', () => {
    const selection = selectRules();
    expect(selection.unknownIds).toEqual([]);
    expect(selection.rules.map(({ rule }) => rule)).toEqual(presetRules('recommended'));
    expect(selection.rules.every(({ rule, severity }) => rule.severity === severity)).toBe(true);
  });

  test('changes severities and switches rules off', () => {
    const { rules: selected } = selectRules('recommended', {
      'not-enough-gpus': 'info',
      'yaml-duplicate-key': 'off',
    });
    expect(selected.find(({ rule }) => rule.id === 'not-enough-gpus')?.severity).toBe('info');
    expect(selected.some(({ rule }) => rule.id === 'yaml-duplicate-key')).toBe(false);
    expect(selected).toHaveLength(presetRules('recommended').length - 1);
  });

  test('tells the ids that no rule has', () => {
    const selection = selectRules('strict', {
      'no-such-rule': 'off',
      toString: 'error',
    } as SeverityOverrides); // an object's own names are typed as functions;
    expect(selection.unknownIds).toEqual(['no-such-rule', 'toString']);
    expect(selection.rules).toHaveLength(rules.length);
  });
});
