import { torchserve } from '@topodiff/schema';
import { defineFlagSettingChange } from '../../families/flag-setting.ts';

export const asyncCommunicationDisabled = defineFlagSettingChange({
  id: 'async-communication-disabled',
  opposite: 'async-communication-enabled',
  description: 'The frontend no longer talks to the worker asynchronously.',
  area: 'workers',
  action: 'removed',
  key: 'asyncCommunication',
  message: 'The frontend no longer talks to the worker asynchronously.',
  impacts: [
    {
      level: 'breaking',
      reason:
        'The handler method must be a plain one; a coroutine is never awaited, and every request is answered 503.',
    },
  ],
  upstream: [
    torchserve('wlm/AsyncWorkerThread.java', 'run', '53-96'),
    torchserve('ts/async_service.py', 'predict', '118'),
  ],
});
