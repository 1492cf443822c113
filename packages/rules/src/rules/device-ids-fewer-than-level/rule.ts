import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const deviceIdsFewerThanLevel = defineRule({
  id: 'device-ids-fewer-than-level',
  description: 'Require at least as many deviceIds as a worker needs',
  rationale:
    'With deviceIds the model owns only these GPUs. When there are fewer than the parallel level, TorchServe finds room for no worker: at startup the model stays registered without workers, and /ping answers 200; the register API answers 500.',
  area: 'devices',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/ModelManager.java', 'updateModel: int capacity', '606-621'),
    torchserve('wlm/Model.java', 'numCores is the length of deviceIds', '153-159'),
  ],
  messages: {
    tooFew: 'A worker needs {needed} GPUs, but deviceIds names {available}: TorchServe starts no worker.',
  },
  suggestions: { tooFew: 'Name {needed} GPUs, or split the model over {available}.' },
  check: ({ launch, effective: { settings } }) => {
    const ids = settings.deviceIds.value;
    if (ids === null || ids.length === 0) return [];
    return launch.blockers
      .filter(({ kind }) => kind === 'not-enough-devices')
      .map(({ needed = 0, available = 0 }) => ({
        messageId: 'tooFew',
        at: settings.deviceIds.path,
        target: 'value',
        params: { needed, available },
      }));
  },
});
