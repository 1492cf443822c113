import { torchserve } from '@topodiff/schema';
import { isFrontendPath } from '../../frontend-keys.ts';
import { defineRule } from '../../rule.ts';

export const yamlExponentFloatIsString = defineRule({
  id: 'yaml-exponent-float-is-string',
  description: 'Disallow numbers that Python reads as text',
  rationale:
    "The two YAML readers disagree about numbers such as `1e-5` and `-.5`: the frontend's makes them numbers, PyYAML's leaves them text, because it wants a digit and a dot before, and a sign inside, the exponent. A handler that calculates with the value then fails, or compares a text with a number.",
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('ts/service.py', 'the handler gets what PyYAML reads', '34-53')],
  messages: {
    text: 'Python reads {written} as text, so the handler gets the text {written} and not a number.',
  },
  suggestions: { text: 'Write {number}.' },
  whenNotToUse: 'When the handler converts the text with `float()` itself.',
  check: ({ document }) =>
    document.plainScalars
      .filter(({ path, isKey, frontend, handler }) => {
        return !isKey && !isFrontendPath(path) && frontend.kind === 'float' && handler.kind === 'string';
      })
      .map(({ path, source, range }) => ({
        messageId: 'text' as const,
        at: path,
        range,
        params: { written: source, number: asBothReadIt(source) },
        ...(/^[-+\d]/.test(asBothReadIt(source))
          ? { fix: [{ kind: 'replace-range' as const, range, text: asBothReadIt(source) }] }
          : {}),
      })),
});

/** The same number with a digit before the dot, a dot, and a signed exponent. */
function asBothReadIt(source: string): string {
  const parts = /^([-+]?)([\d_]*)\.?([\d_]*)(?:[eE]([-+]?)(\d+))?$/.exec(source);
  if (parts === null) return JSON.stringify(source);
  const [, sign = '', whole = '', fraction = '', exponentSign = '', exponent] = parts;
  const digits = (text: string): string => text.replaceAll('_', '') || '0';
  const tail = exponent === undefined ? '' : `e${exponentSign || '+'}${exponent}`;
  return `${sign}${digits(whole)}.${digits(fraction)}${tail}`;
}
