import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const frameworkSettingAdded = defineSectionSettingChange({
  id: 'framework-setting-added',
  opposite: 'framework-setting-removed',
  description: 'A key of the framework was added.',
  area: 'framework',
  action: 'added',
  messages: { changed: '{key}: {head} is new.' },
  impacts: [
    { level: 'dangerous', reason: 'The framework may load, divide or run the model in another way.' },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
