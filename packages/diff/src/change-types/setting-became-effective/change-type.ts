import { torchserve } from '@topodiff/schema';
import { areaOfSetting } from '../../setting-areas.ts';
import { showDeclared } from '../../show-setting.ts';
import { explainIneffective } from '../../compare/setting-effect.ts';
import { defineChangeType } from '../../change-type.ts';

export const settingBecameEffective = defineChangeType({
  id: 'setting-became-effective',
  description: 'What the file says about a setting counts now and did not before.',
  area: 'of-the-setting',
  action: 'changed',
  opposite: 'setting-became-ineffective',
  messages: {
    written: '{key}: {head} counts now; at base {base} did not, because {why}.',
    added: '{key}: {head} is new and counts; at base nothing would have read it, because {why}.',
  },
  impacts: [
    {
      level: 'non-breaking',
      reason: 'The key is new together with what makes it count.',
      when: 'the key is new',
      holds: (params) => params['isNew'] === true,
    },
    {
      level: 'dangerous',
      reason: 'What was written for some time and never ran runs now, perhaps for the first time.',
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
          .filter(({ transition }) => transition === 'became-effective')
          .map(({ key, path, base, head }) => ({
            messageId: base?.declared === undefined ? 'added' : 'written',
            at: path,
            area: areaOfSetting(key),
            params: {
              key,
              base: showDeclared(base?.declared),
              head: showDeclared(head?.declared),
              why: explainIneffective(key, base, running.base.effective).reason,
              isNew: base?.declared === undefined,
            },
          })),
});
