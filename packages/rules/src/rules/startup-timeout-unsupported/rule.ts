import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const startupTimeoutUnsupported = defineRule({
  id: 'startup-timeout-unsupported',
  description: 'Disallow startupTimeout before TorchServe 0.12.0',
  rationale:
    'The key came with 0.12.0. Before, responseTimeout also limits loading, and an asynchronous worker of 0.11.1 has ten minutes, whatever the file says.',
  area: 'timeouts',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { until: '0.11.1' },
  evidence: ['parser-observed', 'source'],
  upstream: [torchserve('wlm/WorkerThread.java', 'run: the timeout of the LOAD command', '157')],
  messages: {
    response:
      'TorchServe {version} does not read startupTimeout: loading is limited by responseTimeout, {seconds} s.',
    fixed:
      'TorchServe {version} does not read startupTimeout: an asynchronous worker has {seconds} s to load.',
  },
  suggestions: {
    response: 'Set responseTimeout to what loading needs, or use TorchServe 0.12.0.',
    fixed: 'Use TorchServe 0.12.0 if loading takes longer.',
  },
  check: ({ effective: { settings }, host }) => {
    const { startupTimeout, asyncCommunication } = settings;
    if (isAbsent(startupTimeout)) return [];
    const params = { version: host.torchserveVersion, seconds: startupTimeout.value };
    const messageId = asyncCommunication.value ? ('fixed' as const) : ('response' as const);
    return [{ messageId, at: startupTimeout.path, target: 'key' as const, params }];
  },
});
