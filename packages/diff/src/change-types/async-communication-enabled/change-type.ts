import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const asyncCommunicationEnabled = defineFlagSettingChange({
  id: 'async-communication-enabled',
  opposite: 'async-communication-disabled',
  description: 'The frontend talks to the worker asynchronously.',
  area: 'workers',
  action: 'added',
  key: 'asyncCommunication',
  message: 'The frontend talks to the worker asynchronously.',
  impacts: [
    {
      level: 'breaking',
      reason: 'The handler method must be a coroutine; with a plain one every request is answered 503.',
    },
  ],
  upstream: [
    torchserve('wlm/AsyncWorkerThread.java', 'run', '53-96'),
    torchserve('ts/async_service.py', 'predict', '118'),
  ],
});
