import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const handlerSettingDecreased = defineSectionSettingChange({
  id: 'handler-setting-decreased',
  opposite: 'handler-setting-increased',
  description: 'A number that only the handler reads went down.',
  area: 'handler',
  action: 'decreased',
  messages: { changed: '{key} is {head} instead of {base}.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'The handler decides what the value does; topodiff does not see its code.',
    },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
