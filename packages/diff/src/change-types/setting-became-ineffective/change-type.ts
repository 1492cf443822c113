import { torchserve } from '@topodiff/schema';
import { areaOfSetting } from '../../setting-areas.ts';
import { showDeclared, showEffect } from '../../show-setting.ts';
import { explainIneffective } from '../../compare/setting-effect.ts';
import { defineChangeType } from '../../change-type.ts';

export const settingBecameIneffective = defineChangeType({
  id: 'setting-became-ineffective',
  description: 'What the file says about a setting counted and no longer does.',
  area: 'of-the-setting',
  action: 'changed',
  opposite: 'setting-became-effective',
  messages: {
    ignored: '{key}: {head} has no effect, because {why}; TorchServe works with {effect}.',
    unread: '{key}: {head} has no effect any more, because {why}.',
    removed: '{key}: {base} is gone, and nothing would read it any more, because {why}.',
  },
  impacts: [
    {
      level: 'non-breaking',
      reason: 'Another change makes TorchServe leave the setting alone; it says what that does.',
      when: 'nothing reads the setting in the new setup',
      holds: (params) => params['isUnread'] === true,
    },
    {
      level: 'dangerous',
      reason: 'The file says one thing and TorchServe does another, with at most a line in its log.',
    },
  ],
  upstream: [
    torchserve('model/ModelConfig.java', 'build: a value of the wrong type keeps the default', '92-276'),
    torchserve('wlm/Model.java', 'constructor', '94-147'),
  ],
  find: ({ running, settings }) =>
    running === null
      ? []
      : settings
          .filter(({ transition }) => transition === 'became-ineffective')
          .map(({ key, path, base, head }) => {
            const why = explainIneffective(key, head, running.head.effective);
            return {
              messageId: head?.declared === undefined ? 'removed' : why.isUnread ? 'unread' : 'ignored',
              at: path,
              area: areaOfSetting(key),
              params: {
                key,
                base: showDeclared(base?.declared),
                head: showDeclared(head?.declared),
                why: why.reason,
                isUnread: why.isUnread,
                effect: head === undefined ? 'nothing' : showEffect(head),
              },
            };
          }),
});
