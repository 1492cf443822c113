import { fieldOf, torchserve, valueAt, type Field } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { allSettings } from '../../settings.ts';

type MessageId = 'key' | 'value' | 'dali';

export const keyNotInVersion = defineRule({
  id: 'key-not-in-version',
  description: 'Disallow keys that the TorchServe version does not read',
  rationale:
    'A key that came later is unknown to an older TorchServe, and dropped without a log line like any other.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { until: '0.11.1' },
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: the keys of this version', '92-276')],
  messages: {
    key: 'TorchServe {version} does not read {key}, which came with {since}: it is dropped without a word.',
    value: 'TorchServe {version} knows no {key} {written}, which came with {since}: the type is dropped.',
    dali: 'TorchServe {version} has no DALI handler, which came with {since}.',
  },
  suggestions: {
    key: 'Use TorchServe {since} or later, or remove it.',
    value: 'Use TorchServe {since} or later.',
    dali: 'Use TorchServe {since} or later.',
  },
  check: ({ effective, host: { torchserveVersion: version } }) => {
    // startupTimeout has a rule of its own, which says what limits loading instead.
    const found: FindingDraft<MessageId>[] = allSettings(effective.settings)
      .filter(
        ({ cause, declared, key }) => declared && cause === 'not-in-version' && key !== 'startupTimeout',
      )
      .map(({ key, path, declared }) => {
        const field: Field | undefined = fieldOf('top-level', key);
        const choices = field?.type.kind === 'choice' ? field.type.values : [];
        const written = declared?.kind === 'string' ? declared.value : '';
        const choice = choices.find(({ name }) => name === written.toLowerCase());
        const since = choice?.since ?? field?.since ?? version;
        return choice === undefined
          ? { messageId: 'key', at: path, target: 'key', params: { version, key, since } }
          : { messageId: 'value', at: path, params: { version, key, written, since } };
      });
    const isOlder = ['0.8.0', '0.8.1', '0.8.2'].includes(version);
    if (isOlder && valueAt(handlerRoot(effective), ['dali']) !== undefined) {
      found.push({ messageId: 'dali', at: ['dali'], target: 'key', params: { version, since: '0.9.0' } });
    }
    return found;
  },
});
