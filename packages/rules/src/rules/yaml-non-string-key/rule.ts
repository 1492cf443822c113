import type { ConfigPath, ConfigValue } from '@topodiff/schema';
import { entryOf, torchserve } from '@topodiff/schema';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'boolean' | 'number' | 'empty' | 'other';

export const yamlNonStringKey = defineRule({
  id: 'yaml-non-string-key',
  description: 'Require the keys of the file and of torchrun to be text',
  rationale:
    'The frontend casts every key at the top level and in `torchrun` to a string. Another type throws an exception that nothing catches: at startup the whole TorchServe process exits with code 1, all other models included; the register API answers HTTP 500. YAML 1.1 reads `on`, `off`, `yes` and `no` as booleans.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'document',
  fixable: true,
  evidence: ['observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'build: casts each key to a string', '92-94'),
    torchserve('archive/model/ModelConfig.java', 'TorchRun.build: casts each key to a string', '570'),
  ],
  messages: {
    boolean:
      'YAML reads the key {key} as a boolean, not as text: TorchServe exits at startup with all its models, and the register API answers 500.',
    number:
      'YAML reads the key {key} as a number, not as text: TorchServe exits at startup with all its models, and the register API answers 500.',
    empty:
      'A key is empty or null, not text: TorchServe exits at startup with all its models, and the register API answers 500.',
    other:
      'The key {key} is not text: TorchServe exits at startup with all its models, and the register API answers 500.',
  },
  suggestions: {
    boolean: 'Put the key in quotes, or remove the line: TorchServe itself reads no such key.',
    number: 'Put the key in quotes, or remove the line: TorchServe itself reads no such key.',
    empty: 'Name the key, or remove the line.',
    other: 'Put the key in quotes, or remove the line: TorchServe itself reads no such key.',
  },
  check: ({ document: { frontend } }) => {
    if (frontend.outcome !== 'loaded' || frontend.root === null) return [];
    return [
      ...findNonStringKeys(frontend.root, []),
      ...findNonStringKeys(entryOf(frontend.root, 'torchrun'), ['torchrun']),
    ];
  },
});

function findNonStringKeys(value: ConfigValue | undefined, at: ConfigPath): FindingDraft<MessageId>[] {
  if (value?.kind !== 'map') return [];
  return value.entries
    .map(({ key }) => key)
    .filter((key) => key.kind !== 'string')
    .map((key) => ({
      messageId: messageOf(key),
      at,
      range: key.range,
      params: { key: writtenValue(key) },
      ...(isPlain(key)
        ? { fix: [{ kind: 'replace-range', range: key.range, text: `'${key.source}'` }] }
        : {}),
    }));
}

/** A word or a number as it stands: quotes around it make it the text that was meant. */
function isPlain({ kind, source }: ConfigValue): boolean {
  return kind !== 'null' && /^[\w.+-][\w.:+ -]*$/.test(source);
}

function messageOf(key: ConfigValue): MessageId {
  if (key.kind === 'boolean') return 'boolean';
  if (key.kind === 'integer' || key.kind === 'float') return 'number';
  return key.kind === 'null' ? 'empty' : 'other';
}
