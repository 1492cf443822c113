import { formatConfigPath, torchserve } from '@topodiff/schema';
import { findLargeModelMarker } from '../../large-model-marker.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger, isAbsent } from '../../settings.ts';

/** Seconds: where the responseTimeout of TorchServe's own examples for slow models begins. */
const raisedResponseTimeout = 300;

export const startupTimeoutMissing = defineRule({
  id: 'startup-timeout-missing',
  description: 'Require startupTimeout for models that load slowly',
  rationale:
    'Since 0.12.0 loading has a limit of its own, startupTimeout, which is 120 seconds when the file does not set it. A file that raised only responseTimeout loaded under that limit before 0.12.0 and no longer does: a model that takes longer to load is killed at each attempt and never serves.',
  area: 'timeouts',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.12.0' },
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'run: the timeout of the LOAD command', '157'),
    torchserve('docs/large_model_inference.md', 'startupTimeout for large models', '241'),
  ],
  upstreamIssues: [3261, 2061, 2179, 3202],
  messages: {
    responseOnly:
      'responseTimeout is {seconds} s, but startupTimeout is not set: a model that takes more than 120 s to load is killed at each attempt and never serves.',
    largeModel:
      '{marker} points to a model that loads slowly, but startupTimeout is not set: if loading takes more than 120 s, the worker is killed at each attempt and never serves.',
  },
  suggestions: {
    responseOnly: 'Set startupTimeout too, for example to {seconds}.',
    largeModel: 'Set startupTimeout to more seconds than loading takes.',
  },
  whenNotToUse: 'When the model is known to load in less than two minutes.',
  check: ({ effective }) => {
    const { startupTimeout, responseTimeout } = effective.settings;
    if (!isAbsent(startupTimeout)) return [];
    const seconds = declaredInteger(responseTimeout);
    if (seconds !== null && seconds >= raisedResponseTimeout) {
      return [{ messageId: 'responseOnly', at: responseTimeout.path, params: { seconds } }];
    }
    const marker = findLargeModelMarker(effective);
    if (marker === null) return [];
    return [
      { messageId: 'largeModel', at: marker, target: 'key', params: { marker: formatConfigPath(marker) } },
    ];
  },
});
