import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const frameworkSettingRemoved = defineSectionSettingChange({
  id: 'framework-setting-removed',
  opposite: 'framework-setting-added',
  description: 'A key of the framework was removed.',
  area: 'framework',
  action: 'removed',
  messages: { changed: '{key}: {base} is gone.' },
  impacts: [
    {
      level: 'dangerous',
      reason: 'A framework that needs the key fails to load, another falls back to a default of its own.',
    },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
