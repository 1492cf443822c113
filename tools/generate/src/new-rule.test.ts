import { createRule } from './new-rule.ts';

const registry = `import type { Rule } from './rule.ts';
import { asyncWithTorchrun } from './rules/async-with-torchrun/rule.ts';
import { notEnoughGpus } from './rules/not-enough-gpus/rule.ts';

/** Every rule. */
export const rules: readonly Rule[] = [
  asyncWithTorchrun,
  notEnoughGpus,
];
`;

describe('createRule', () => {
  test('writes the three files and the line of the registry', () => {
    const files = createRule('gpu-count-2', registry);
    expect([...files.keys()]).toEqual([
      'packages/rules/src/rules/gpu-count-2/rule.ts',
      'packages/rules/src/rules/gpu-count-2/cases.ts',
      'packages/rules/src/rules/gpu-count-2/rule.test.ts',
      'packages/rules/src/registry.ts',
    ]);
    expect(files.get('packages/rules/src/rules/gpu-count-2/rule.ts')).toContain(
      "export const gpuCount2 = defineRule({\n  id: 'gpu-count-2',",
    );
    expect(files.get('packages/rules/src/registry.ts')).toBe(`import type { Rule } from './rule.ts';
import { asyncWithTorchrun } from './rules/async-with-torchrun/rule.ts';
import { gpuCount2 } from './rules/gpu-count-2/rule.ts';
import { notEnoughGpus } from './rules/not-enough-gpus/rule.ts';

/** Every rule. */
export const rules: readonly Rule[] = [
  asyncWithTorchrun,
  gpuCount2,
  notEnoughGpus,
];
`);
  });

  test('adds the first and the last of the alphabet at the ends', () => {
    const first = createRule('aaa', registry).get('packages/rules/src/registry.ts');
    expect(first).toContain("import { aaa } from './rules/aaa/rule.ts';\nimport { asyncWithTorchrun }");
    expect(first).toContain('= [\n  aaa,\n  asyncWithTorchrun,');
    const last = createRule('zzz', registry).get('packages/rules/src/registry.ts');
    expect(last).toContain("/not-enough-gpus/rule.ts';\nimport { zzz } from './rules/zzz/rule.ts';\n\n");
    expect(last).toContain('  notEnoughGpus,\n  zzz,\n];');
  });

  test.each(['not-enough-gpus', 'Not-Kebab', '../escape', ''])('refuses %j', (id) => {
    expect(() => createRule(id, registry)).toThrow();
  });
});
