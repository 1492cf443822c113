import { torchserve } from '@topodiff/schema';
import { defineSectionSettingChange } from '../../families/section-setting.ts';

export const handlerSettingAdded = defineSectionSettingChange({
  id: 'handler-setting-added',
  opposite: 'handler-setting-removed',
  description: 'A key that only the handler reads was added.',
  area: 'handler',
  action: 'added',
  messages: { changed: '{key}: {head} is new.' },
  impacts: [{ level: 'non-breaking', reason: 'A handler that does not know the key ignores it.' }],
  upstream: [torchserve('ts/service.py', 'the handler gets the whole file as model_yaml_config', '34-53')],
});
