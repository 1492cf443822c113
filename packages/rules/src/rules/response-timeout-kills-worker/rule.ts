import { torchserve } from '@topodiff/schema';
import { findLargeModelMarker } from '../../large-model-marker.ts';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

/** Seconds: TorchServe's documented default. A file that goes below it means the time of a request, not a safety net. */
const defaultTimeout = 120;

export const responseTimeoutKillsWorker = defineRule({
  id: 'response-timeout-kills-worker',
  description: 'Disallow a responseTimeout below the default of 120 seconds',
  rationale:
    'responseTimeout is no limit for one request: when an answer takes longer, TorchServe fails the whole batch with HTTP 500, kills the worker process and loads the model again. Set as a limit for requests, it takes the model out of service for as long as loading lasts.',
  area: 'timeouts',
  severity: 'info',
  presets: ['strict'],
  needs: 'effective-config',
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: a timeout ends the worker', '203-208'),
    torchserve('docs/configuration.md', 'default_response_timeout: 120 seconds'),
  ],
  upstreamIssues: [1833, 2452],
  messages: {
    low: 'responseTimeout is {seconds} s, below the default of 120 s: an answer that takes longer gets its worker killed and the model loaded again, not only its request failed.',
  },
  suggestions: {
    low: 'Set responseTimeout above the longest answer that you accept, and limit requests in the client.',
  },
  whenNotToUse: 'When the worker shall be replaced as soon as an answer is late.',
  check: ({ effective }) => {
    const { responseTimeout, asyncCommunication } = effective.settings;
    const seconds = declaredInteger(responseTimeout);
    if (seconds === null || seconds < 1 || seconds >= defaultTimeout) return [];
    if (asyncCommunication.value || restoresSnapshot(effective)) return [];
    // For a large model `response-timeout-low` says it.
    if (findLargeModelMarker(effective) !== null) return [];
    return [{ messageId: 'low', at: responseTimeout.path, params: { seconds } }];
  },
});
