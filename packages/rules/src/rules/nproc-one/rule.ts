import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger, isAbsent } from '../../settings.ts';

export const nprocOne = defineRule({
  id: 'nproc-one',
  description: 'Disallow a parallel type with a single process',
  rationale:
    'One rank is no parallelism. Since 0.9.0 torchrun starts the single process; up to 0.8.2 a plain Python process starts, in which LOCAL_RANK is missing, so that distributed handlers fail to load.',
  area: 'parallelism',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython: the launcher', '133-146')],
  upstreamIssues: [2588],
  messages: {
    single: 'nproc-per-node is 1: parallelType {type} divides nothing.',
    plain:
      'nproc-per-node is 1: this version of TorchServe starts plain python, and a handler that reads LOCAL_RANK fails to load.',
  },
  suggestions: {
    single: 'Write the number of GPUs of one worker.',
    plain: 'Write the number of GPUs of one worker, or remove the parallel type.',
  },
  check: ({ effective: { settings }, host }) => {
    const { parallelType, torchrun } = settings;
    const type = parallelType.configured;
    if (torchrun === null || type === 'NONE' || type === 'CUSTOM') return [];
    const { nprocPerNode } = torchrun;
    if (!isAbsent(nprocPerNode) && declaredInteger(nprocPerNode) !== 1) return [];
    if (!isAtLeast(host.torchserveVersion, '0.9.0'))
      return [{ messageId: 'plain' as const, at: nprocPerNode.path }];
    return [{ messageId: 'single' as const, at: nprocPerNode.path, params: { type: type.toLowerCase() } }];
  },
});
