import { fieldOf, torchserve } from '@topodiff/schema';
import type { TorchrunSettings } from '@topodiff/topology';
import { torchrunKeys } from '../../frontend-keys.ts';
import { findNearMiss } from '../../near-miss.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { shownValue, torchrunSettings } from '../../settings.ts';

type MessageId = 'nearMiss' | 'misplaced' | 'unsupported';

export const torchrunUnknownKey = defineRule({
  id: 'torchrun-unknown-key',
  description: 'Disallow keys in torchrun that TorchServe does not pass on',
  rationale:
    'The section is no list of torchrun arguments: TorchServe knows eight keys, with dashes, and drops every other one with a warning. It always passes `--max-restarts 1` and `--rdzv-id <model>_<port>`, and never a master address or port.',
  area: 'launcher',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'TorchRun.build: warns about an unsupported key', '629-631'),
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: the arguments that torchrun gets', '293-324'),
  ],
  messages: {
    nearMiss: 'TorchServe knows no torchrun key {key} and drops it: {meant} stays {value}.',
    misplaced: 'TorchServe reads {key} only at the top level and drops it here.',
    unsupported: 'TorchServe knows no torchrun key {key} and drops it: torchrun never gets it.',
  },
  suggestions: {
    nearMiss: 'Write {meant}.',
    misplaced: 'Move it out of torchrun.',
    unsupported: 'Remove it.',
  },
  check: ({ effective: { unreadTorchrunKeys, settings } }) =>
    unreadTorchrunKeys.flatMap(({ path }) => {
      const key = path[1];
      if (typeof key !== 'string' || key === 'OMP_NUM_THREADS') return [];
      const draft = describeKey(key, settings.torchrun);
      const near = findNearMiss(key, torchrunKeys());
      const isSpelling = draft.messageId === 'nearMiss' && near?.isSpelling === true;
      const fix = isSpelling ? [{ kind: 'rename-key' as const, at: path, name: near.meant }] : null;
      return [{ ...draft, at: path, target: 'key' as const, ...(fix === null ? {} : { fix }) }];
    }),
});

function describeKey(
  key: string,
  torchrun: TorchrunSettings | null,
): Pick<FindingDraft<MessageId>, 'messageId' | 'params'> {
  if (fieldOf('top-level', key) !== undefined) return { messageId: 'misplaced', params: { key } };
  const meant = findNearMiss(key, torchrunKeys())?.meant;
  const setting = torchrunSettings(torchrun).find(({ path }) => path[1] === meant);
  if (meant === undefined || setting === undefined) return { messageId: 'unsupported', params: { key } };
  return { messageId: 'nearMiss', params: { key, meant, value: shownValue(setting) } };
}
