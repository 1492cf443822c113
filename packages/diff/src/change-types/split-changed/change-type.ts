import { torchserve } from '@topodiff/schema';
import type { Topology } from '@topodiff/topology';
import { showCount } from '../../show-setting.ts';
import { levelPath } from '../../level-path.ts';
import { defineChangeType } from '../../change-type.ts';

function showSplit({ stages, shards }: Topology['split']): string {
  return `${showCount(stages, { one: 'stage', many: 'stages' })} × ${showCount(shards, { one: 'shard', many: 'shards' })}`;
}

export const splitChanged = defineChangeType({
  id: 'split-changed',
  description: 'A framework divides a worker in another way.',
  area: 'framework',
  action: 'changed',
  opposite: 'split-changed',
  messages: {
    changed: 'A worker is divided into {head} instead of {base}.',
  },
  impacts: [
    {
      level: 'dangerous',
      reason:
        'The layers of the model must divide by the stages, and its attention heads by the shards; each part needs its memory.',
    },
  ],
  upstream: [torchserve('docs/large_model_inference.md', 'pipeline and tensor parallelism')],
  find({ running }) {
    if (running === null) return [];
    const { base, head } = running;
    // Without a framework the split only repeats the parallel type and the number of processes.
    if (base.topology.framework === null && head.topology.framework === null) return [];
    const [from, to] = [base.topology.split, head.topology.split];
    if (from.stages === to.stages && from.shards === to.shards) return [];
    return [
      {
        messageId: 'changed',
        at: levelPath(head),
        baseAt: levelPath(base),
        params: { base: showSplit(from), head: showSplit(to) },
      },
    ];
  },
});
