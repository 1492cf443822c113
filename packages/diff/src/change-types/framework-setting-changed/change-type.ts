import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const frameworkSettingChanged = defineSectionSettingChange({
  id: 'framework-setting-changed',
  opposite: 'framework-setting-changed',
  description: 'A value of the framework was changed.',
  area: 'framework',
  action: 'changed',
  messages: { changed: '{key} is {head} instead of {base}.', many: '{count} settings below {key} differ.' },
  impacts: [
    { level: 'dangerous', reason: 'The framework may load, divide or run the model in another way.' },
  ],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
