import { torchserve } from '@topodiff/schema';
import { isFrontendPath } from '../../frontend-keys.ts';
import { defineRule } from '../../rule.ts';

export const yamlAmbiguousBoolean = defineRule({
  id: 'yaml-ambiguous-boolean',
  description: 'Require true or false for booleans of a handler',
  rationale:
    'Without quotes yes, no, on and off are booleans in YAML 1.1, for both of TorchServe’s readers. In a handler’s section they are often meant as text: a mode, an answer, a country.',
  area: 'file',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'document',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('ts/utils/util.py', 'get_yaml_config: PyYAML, which is YAML 1.1')],
  messages: { boolean: '{written} is read as the boolean {value}: the handler gets no text.' },
  suggestions: { boolean: 'Write {value}, or put {written} in quotes if it is text.' },
  check: ({ document }) =>
    document.plainScalars.flatMap(({ isKey, source, handler, path, range }) => {
      const isWord = /^(?:yes|no|on|off)$/i.test(source);
      if (isKey || !isWord || handler.kind !== 'boolean' || isFrontendPath(path)) return [];
      const value = String(handler.value);
      const fix = [{ kind: 'replace-range' as const, range, text: value }];
      return [{ messageId: 'boolean' as const, at: path, range, params: { written: source, value }, fix }];
    }),
});
