import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const handlerSettingChanged = defineSectionSettingChange({
  id: 'handler-setting-changed',
  opposite: 'handler-setting-changed',
  description: 'A value that only the handler reads was changed.',
  area: 'handler',
  action: 'changed',
  messages: { changed: '{key} is {head} instead of {base}.', many: '{count} settings below {key} differ.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'The handler decides what the value does; topodiff does not see its code.',
    },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
