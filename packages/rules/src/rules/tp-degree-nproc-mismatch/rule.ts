import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const tpDegreeNprocMismatch = defineRule({
  id: 'tp-degree-nproc-mismatch',
  description: 'Disallow torchrun for handlers with tp_degree',
  rationale:
    'handler.tp_degree belongs to the Neuron handlers, which divide the model inside one process. Under torchrun every rank would do so, on the same cores.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve(
      'ts/torch_handler/distributed/base_neuronx_continuous_batching_handler.py',
      'initialize: tp_degree',
    ),
  ],
  messages: { ranks: 'handler.tp_degree divides the model inside one process, but torchrun starts {ranks}.' },
  suggestions: { ranks: 'Remove parallelType and torchrun.' },
  check: ({ effective }) => {
    const { torchrun, parallelType } = effective.settings;
    const at = ['handler', 'tp_degree'];
    if (torchrun === null || parallelType.value === 'NONE' || parallelType.value === 'CUSTOM') return [];
    const ranks = torchrun.nprocPerNode.value;
    if (valueAt(handlerRoot(effective), at) === undefined || ranks === 1) return [];
    return [{ messageId: 'ranks' as const, at, target: 'key' as const, params: { ranks } }];
  },
});
