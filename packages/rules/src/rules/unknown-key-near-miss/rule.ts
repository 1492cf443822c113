import { fieldOf, torchserve } from '@topodiff/schema';
import type { EffectiveConfig, FrontendSettings } from '@topodiff/topology';
import { topLevelKeys } from '../../frontend-keys.ts';
import { knownSections } from '../../known-sections.ts';
import { findNearMiss } from '../../near-miss.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { shownValue } from '../../settings.ts';

type MessageId = 'nearMiss' | 'torchrun' | 'misplaced';

export const unknownKeyNearMiss = defineRule({
  id: 'unknown-key-near-miss',
  description: 'Disallow unknown keys that are almost a key of TorchServe',
  rationale:
    "TorchServe matches key names exactly and drops an unknown top-level key without a log line, because handlers keep their own sections there. One of TorchServe's own examples has `BatchSize: 4` and so serves with batch size 1.",
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: no branch for an unknown key', '275-276')],
  messages: {
    nearMiss: 'TorchServe knows no key {key} and drops it without a word: {meant} stays {value}.',
    torchrun:
      'TorchServe knows no key {key} and drops the whole section without a word: torchrun stays not set.',
    misplaced: 'TorchServe reads {key} only inside torchrun and drops it here without a word.',
  },
  suggestions: {
    nearMiss: 'Write {meant}.',
    torchrun: 'Write torchrun.',
    misplaced: 'Move it into the torchrun section.',
  },
  whenNotToUse: 'When the handler itself reads a top-level key of this name.',
  check: ({ effective: { unreadKeys, settings } }) => {
    const counts = countByMeant(unreadKeys);
    return unreadKeys.flatMap(({ path }) => {
      const key = path[0];
      if (typeof key !== 'string' || knownSections.includes(key)) return [];
      const draft = describeKey(key, settings);
      if (draft === null) return [];
      const near = findNearMiss(key, topLevelKeys());
      const isSpelling =
        draft.messageId !== 'misplaced' && near?.isSpelling === true && counts.get(near.meant) === 1;
      const fix = isSpelling ? [{ kind: 'rename-key' as const, at: path, name: near.meant }] : null;
      return [{ ...draft, at: path, target: 'key' as const, ...(fix === null ? {} : { fix }) }];
    });
  },
});

function describeKey(
  key: string,
  settings: FrontendSettings,
): Pick<FindingDraft<MessageId>, 'messageId' | 'params'> | null {
  if (key === 'OMP_NUMBER_THREADS') return null;
  if (fieldOf('torchrun', key) !== undefined) return { messageId: 'misplaced', params: { key } };
  const meant = findNearMiss(key, topLevelKeys())?.meant;
  if (meant === undefined) return null;
  if (meant === 'torchrun') return { messageId: 'torchrun', params: { key } };
  return { messageId: 'nearMiss', params: { key, meant, value: shownValue(settings[meant]) } };
}

/** How many unread keys come near each known one: of two spellings, which value is meant takes a person. */
function countByMeant(unreadKeys: EffectiveConfig['unreadKeys']): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { path } of unreadKeys) {
    const key = path[0];
    const meant = typeof key === 'string' ? findNearMiss(key, topLevelKeys())?.meant : undefined;
    if (meant !== undefined) counts.set(meant, (counts.get(meant) ?? 0) + 1);
  }
  return counts;
}
