import { formatConfigPath, torchserve } from '@topodiff/schema';
import { findLargeModelMarker } from '../../large-model-marker.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger, isAbsent } from '../../settings.ts';

/** Seconds: TorchServe's default, and the least that its own samples of large models set. */
const leastTimeout = 120;

export const responseTimeoutLow = defineRule({
  id: 'response-timeout-low',
  description: 'Require a responseTimeout of 120 seconds or more for large models',
  rationale:
    'When an answer takes longer than responseTimeout, TorchServe does not only fail the request with HTTP 500: it kills the worker, which then has to load the model again. The documentation names no range; its samples of large models set 120 seconds, the examples 300 to 10800.',
  area: 'timeouts',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['documentation', 'observed'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: a timeout ends the worker', '203-208'),
    torchserve('docs/large_model_inference.md', 'responseTimeout for large models', '240'),
  ],
  messages: {
    absent:
      'responseTimeout is not set, and {marker} points to a model that can answer slowly: an answer that takes more than 120 s gets the worker killed.',
    low: 'responseTimeout is {seconds} s, and {marker} points to a model that can answer slowly: an answer that takes longer gets the worker killed.',
  },
  suggestions: {
    absent: 'Set responseTimeout; 120 to 300 s and more are usual for large models.',
    low: 'Set responseTimeout to 120 s or more; 120 to 300 s and more are usual for large models.',
  },
  check: ({ effective }) => {
    const { responseTimeout, asyncCommunication } = effective.settings;
    const marker = findLargeModelMarker(effective);
    if (marker === null || asyncCommunication.value) return [];
    const params = { marker: formatConfigPath(marker) };
    if (isAbsent(responseTimeout)) return [{ messageId: 'absent', at: marker, target: 'key', params }];
    const seconds = declaredInteger(responseTimeout);
    if (seconds === null || seconds < 1 || seconds >= leastTimeout) return [];
    return [{ messageId: 'low', at: responseTimeout.path, params: { ...params, seconds } }];
  },
});
