import { torchserve } from '@topodiff/schema';
import { levelSetting } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const notEnoughGpus = defineRule({
  id: 'not-enough-gpus',
  description: 'Disallow workers that need more GPUs than the host has',
  rationale:
    'TorchServe divides the number of GPUs by the parallel level; a quotient of zero means no worker. At startup that is only a warning: the model stays registered without workers, and /ping answers 200. The register API answers 500, and the next attempt 409.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/ModelManager.java', 'updateModel: int capacity', '606-621')],
  messages: {
    startup:
      'A worker needs {needed} GPUs, but the host has {available}: TorchServe registers the model and starts no worker.',
    register: 'A worker needs {needed} GPUs, but the host has {available}: the register API answers 500.',
    anyHost: 'A worker needs {needed} GPUs, more than any host has: TorchServe starts no worker.',
  },
  suggestions: {
    startup: 'Use a host with {needed} GPUs, or split the model over fewer.',
    register: 'Use a host with {needed} GPUs, or split the model over fewer.',
    anyHost: 'Write the number of GPUs of one worker.',
  },
  check: ({ launch, effective, host }) => {
    const { capacity, settings } = effective;
    if (settings.deviceIds.value !== null && settings.deviceIds.value.length > 0) return [];
    return launch.blockers
      .filter(({ kind }) => kind === 'not-enough-devices')
      .map(({ needed = 0, available = 0 }) => {
        const at = levelSetting(effective).path;
        if (capacity?.isAssumed === true) return { messageId: 'anyHost', at, params: { needed } };
        const messageId = host.entry === 'register-api' ? 'register' : 'startup';
        return { messageId, at, params: { needed, available } };
      });
  },
});
