import { formatConfigPath, torchserve } from '@topodiff/schema';
import type { ConfigPath } from '@topodiff/schema';
import type { EffectiveConfig, Setting } from '@topodiff/topology';
import type { ChangeDraft } from '../../change-type.ts';
import { areaOfSetting } from '../../setting-areas.ts';
import { showDeclared, showEffect } from '../../show-setting.ts';
import { explainIneffective } from '../../compare/setting-effect.ts';
import type { ValueDifference } from '../../compare/compare-sections.ts';
import { compareUnreadTorchrun } from '../../compare/compare-unread-torchrun.ts';
import { defineChangeType } from '../../change-type.ts';

type MessageId = Exclude<ValueDifference['kind'], 'increased' | 'decreased'>;

function describeSetting(
  key: string,
  path: ConfigPath,
  base: Setting<unknown> | undefined,
  head: Setting<unknown> | undefined,
  effective: EffectiveConfig,
): ChangeDraft<MessageId> {
  const { isUnread, reason } = explainIneffective(key, head, effective);
  const written = { base: base?.declared, head: head?.declared };
  return {
    messageId: written.base === undefined ? 'added' : written.head === undefined ? 'removed' : 'changed',
    at: path,
    area: areaOfSetting(key),
    params: {
      key,
      base: showDeclared(written.base),
      head: showDeclared(written.head),
      effect: isUnread || head === undefined ? reason : `TorchServe works with ${showEffect(head)} as before`,
    },
  };
}

function describeUnread({ path, kind, base, head, count }: ValueDifference): ChangeDraft<MessageId> {
  return {
    messageId: kind === 'increased' || kind === 'decreased' ? 'changed' : kind,
    at: path,
    ...(kind === 'many' ? { target: 'key' as const } : {}),
    area: 'launcher',
    params: {
      key: formatConfigPath(path),
      ...(kind === 'many' ? { count } : { base: showDeclared(base), head: showDeclared(head) }),
      effect: 'TorchServe drops it',
    },
  };
}

export const declaredValueChangedWithoutEffect = defineChangeType({
  id: 'declared-value-changed-without-effect',
  description: 'What the file says about a setting changed, and TorchServe does the same as before.',
  area: 'of-the-setting',
  action: 'changed',
  opposite: 'declared-value-changed-without-effect',
  messages: {
    added: '{key}: {head} is new and changes nothing: {effect}.',
    removed: '{key}: {base} is gone and nothing changes: {effect}.',
    changed: '{key}: {head} instead of {base} changes nothing: {effect}.',
    many: '{count} keys below {key} differ and change nothing: {effect}.',
  },
  impacts: [
    {
      level: 'non-breaking',
      reason:
        'TorchServe starts and runs the same as before; only a handler that reads the key itself could notice.',
    },
  ],
  upstream: [
    torchserve('model/ModelConfig.java', 'build', '92-276'),
    torchserve('wlm/Model.java', 'constructor', '94-147'),
  ],
  find: ({ running, settings }) =>
    running === null
      ? []
      : [
          ...settings
            .filter(({ transition }) => transition === 'without-effect')
            .map(({ key, path, base, head }) =>
              describeSetting(key, path, base, head, running.head.effective),
            ),
          ...compareUnreadTorchrun(running).map(describeUnread),
        ],
});
