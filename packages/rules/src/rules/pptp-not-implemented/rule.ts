import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const pptpNotImplemented = defineRule({
  id: 'pptp-not-implemented',
  description: 'Require a handler of your own for parallelType pptp',
  rationale:
    'TorchServe starts pptp exactly like tp: the ranks, and every request to all of them. Which rank is which stage and shard is up to the handler, and none of TorchServe’s own handlers divides a model both ways.',
  area: 'parallelism',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source', 'observed'],
  upstream: [
    torchserve('wlm/Model.java', 'hasTensorParallel: tp, pptp and custom', '689-697'),
    torchserve('model-archiver/README.md', 'pippy.pp_group_size', '202'),
  ],
  messages: {
    handler:
      'parallelType pptp starts {ranks} ranks like tp: only the handler can make stages and shards of them.',
  },
  suggestions: { handler: 'Make sure that the handler divides the ranks, or use pp or tp.' },
  check: ({ effective: { settings } }) => {
    const { parallelType, torchrun } = settings;
    if (parallelType.value !== 'PPTP' || torchrun === null) return [];
    const params = { ranks: torchrun.nprocPerNode.value };
    return [{ messageId: 'handler' as const, at: parallelType.path, params }];
  },
});
