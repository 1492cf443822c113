import type { PlainScalar } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const yamlOctalInteger = defineRule({
  id: 'yaml-octal-integer',
  description: 'Disallow integers with a leading zero',
  rationale:
    'Both of TorchServe’s readers follow YAML 1.1, where a leading zero makes an integer octal: 010 is 8. Whoever pads numbers with zeros gets other ones.',
  area: 'file',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'document',
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/utils/ArchiveUtils.java', 'readYamlFile: SnakeYAML, which is YAML 1.1', '62-73'),
  ],
  messages: { octal: '{written} is read as an octal number: TorchServe takes {value}.' },
  suggestions: { octal: 'Write {value}, or {decimal} if that is meant.' },
  check: ({ document }) =>
    document.plainScalars.flatMap((scalar) => {
      const decimal = decimalMeantBy(scalar);
      if (decimal === null || scalar.frontend.kind !== 'integer') return [];
      const value = String(scalar.frontend.value);
      if (decimal === value) return [];
      const params = { written: scalar.source, value, decimal };
      return [{ messageId: 'octal' as const, at: scalar.path, range: scalar.range, params }];
    }),
});

/** The number that people read in `010`; null for every other notation. */
function decimalMeantBy({ isKey, source }: PlainScalar): string | null {
  const digits = /^([-+]?)0([0-7_]+)$/.exec(source);
  if (isKey || digits === null) return null;
  const [, sign = '', rest = ''] = digits;
  return String(BigInt(`${rest.replaceAll('_', '') || '0'}`) * (sign === '-' ? -1n : 1n));
}
