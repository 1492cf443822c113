import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const venvDisabled = defineFlagSettingChange({
  id: 'venv-disabled',
  opposite: 'venv-enabled',
  description: 'Workers no longer run in a virtual environment of the model.',
  area: 'launcher',
  action: 'removed',
  key: 'useVenv',
  message: 'Workers no longer run in a virtual environment of the model.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'The handler sees the packages of the server again, in the versions installed there.',
    },
  ],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython', '133-146'),
    torchserve('wlm/Model.java', 'isUseVenv', '681-687'),
  ],
});
