import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const nnodesMulti = defineRule({
  id: 'nnodes-multi',
  description: 'Disallow workers over several nodes',
  rationale:
    'TorchServe passes nnodes to torchrun and does everything else for one host: GPUs, ranks and ports are counted there, and the rendezvous id holds a local port, so that no other node finds the same one.',
  area: 'launcher',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve('wlm/ModelManager.java', 'updateModel: the GPUs of this host', '607-611'),
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: the rendezvous id', '314'),
  ],
  messages: {
    several:
      'nnodes is {nodes}, but TorchServe starts a worker on one host: torchrun waits for nodes that never come.',
  },
  suggestions: { several: 'Remove nnodes, and use the GPUs of one host.' },
  check: ({ effective: { settings } }) => {
    const { parallelType, torchrun } = settings;
    if (torchrun === null || parallelType.value === 'NONE' || parallelType.value === 'CUSTOM') return [];
    const nodes = torchrun.nnodes.value;
    return nodes <= 1 ? [] : [{ messageId: 'several' as const, at: torchrun.nnodes.path, params: { nodes } }];
  },
});
