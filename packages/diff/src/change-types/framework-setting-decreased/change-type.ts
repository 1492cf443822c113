import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const frameworkSettingDecreased = defineSectionSettingChange({
  id: 'framework-setting-decreased',
  opposite: 'framework-setting-increased',
  description: 'A number of the framework went down.',
  area: 'framework',
  action: 'decreased',
  messages: { changed: '{key} is {head} instead of {base}.' },
  impacts: [
    { level: 'dangerous', reason: 'The framework may load, divide or run the model in another way.' },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
