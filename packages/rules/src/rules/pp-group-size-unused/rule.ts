import { torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

export const ppGroupSizeUnused = defineRule({
  id: 'pp-group-size-unused',
  description: 'Disallow group sizes in the pippy section that no handler of TorchServe reads',
  rationale:
    'The archiver’s documentation says that pippy.pp_group_size divides the ranks into stages and shards. No code of TorchServe reads it, or tp_group_size: its PiPPy handler makes each rank one stage.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve('model-archiver/README.md', 'pippy.pp_group_size', '202'),
    torchserve('ts/handler_utils/distributed/pt_pippy.py', 'get_pipeline_driver: stages = WORLD_SIZE'),
  ],
  messages: {
    unread: 'No handler of TorchServe reads {key}: each rank is one stage, whatever it says.',
    notDividing: 'No handler of TorchServe reads {key}, and {size} does not divide the {ranks} ranks.',
  },
  suggestions: {
    unread: 'Remove it, unless a handler of your own reads it.',
    notDividing: 'Write a divisor of {ranks} if a handler of your own reads it, or remove it.',
  },
  check: ({ effective }) => {
    const ranks = effective.settings.torchrun?.nprocPerNode.value ?? 1;
    return ['pp_group_size', 'tp_group_size'].flatMap((name): FindingDraft<'unread' | 'notDividing'>[] => {
      const at = ['pippy', name];
      const size = valueAt(handlerRoot(effective), at);
      if (size === undefined) return [];
      const place = { at, target: 'key' as const };
      const key = at.join('.');
      if (size.kind === 'integer' && (size.value < 1n || BigInt(ranks) % size.value !== 0n)) {
        const params = { key, size: String(size.value), ranks };
        return [{ messageId: 'notDividing' as const, ...place, params }];
      }
      return [{ messageId: 'unread' as const, ...place, params: { key } }];
    });
  },
});
