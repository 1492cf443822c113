import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const venvEnabled = defineFlagSettingChange({
  id: 'venv-enabled',
  opposite: 'venv-disabled',
  description: 'Workers run in a virtual environment of the model.',
  area: 'launcher',
  action: 'added',
  key: 'useVenv',
  message: 'Workers run in a virtual environment of the model.',
  impacts: [
    {
      level: 'dangerous',
      reason:
        'The handler sees the packages of its own environment, which is made when the model is registered, and no longer those of the server.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython', '133-146'),
    torchserve('wlm/Model.java', 'isUseVenv', '681-687'),
  ],
});
