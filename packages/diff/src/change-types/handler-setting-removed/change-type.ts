import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const handlerSettingRemoved = defineSectionSettingChange({
  id: 'handler-setting-removed',
  opposite: 'handler-setting-added',
  description: 'A key that only the handler reads was removed.',
  area: 'handler',
  action: 'removed',
  messages: { changed: '{key}: {base} is gone.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'A handler that needs the key fails to load, another falls back to a default of its own.',
    },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
