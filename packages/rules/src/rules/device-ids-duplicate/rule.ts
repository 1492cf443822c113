import { torchserve } from '@topodiff/schema';
import { declaredDeviceIds } from '../../devices.ts';
import { defineRule } from '../../rule.ts';

export const deviceIdsDuplicate = defineRule({
  id: 'device-ids-duplicate',
  description: 'Disallow the same GPU twice in deviceIds',
  rationale:
    'TorchServe keeps repeated ids and counts each as a GPU. The ranks of a parallel worker then find the same GPU twice in CUDA_VISIBLE_DEVICES; plain workers that take turns on the list meet on one GPU.',
  area: 'devices',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/Model.java', 'numCores is the length of the list', '153-159'),
    torchserve('wlm/WorkerThread.java', 'getDeviceIds: a stretch of the list', '518-533'),
  ],
  messages: {
    parallel:
      'deviceIds holds GPU {id} more than once: CUDA_VISIBLE_DEVICES can name it twice for one worker.',
    plain: 'deviceIds holds GPU {id} more than once: workers that take turns on the list share that GPU.',
  },
  suggestions: {
    parallel: 'Name every GPU once.',
    plain: 'Name every GPU once, or set the number of workers instead.',
  },
  check: ({ effective: { settings } }) => {
    const used = settings.deviceIds.value;
    if (used === null || settings.deviceType.value === 'CPU') return [];
    return declaredDeviceIds(settings.deviceIds)
      .filter(({ id }, index) => used.indexOf(id) < index)
      .map(({ id, path }) => ({
        messageId: settings.parallelLevel.value > 0 ? ('parallel' as const) : ('plain' as const),
        at: path,
        params: { id },
      }));
  },
});
