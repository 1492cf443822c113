import { entryOf } from '@topodiff/schema';
import type { Framework, FrameworkContext } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * PiPPy: each rank is one pipeline stage, the micro-batches (`pippy.chunks`) divide the batch, not the devices. Its own
 * handler has no tensor shards; for `pptp` only the archiver's documentation names a split (`pippy.pp_group_size` stages),
 * which no code of TorchServe reads, so that it counts as assumed, and only when it divides the ranks.
 *
 * Follows ts/torch_handler/distributed/base_pippy_handler.py, ts/handler_utils/distributed/pt_pippy.py (stages =
 * WORLD_SIZE) and model-archiver/README.md (202).
 */
export const pippy: Framework = {
  id: 'pippy',
  parallelTypes: ['PP', 'PPTP'],
  recognises: ({ handlerConfig }) => entryOf(handlerConfig, 'pippy')?.kind === 'map',
  split(context) {
    const { parallelType, processCount } = context;
    if (processCount <= 1) return undivided;
    const stages = parallelType === 'PPTP' ? groupSize(context) : null;
    if (stages !== null) {
      return { decidedBy: 'handler', isAssumed: true, stages, shards: processCount / stages };
    }
    return { decidedBy: 'framework', isAssumed: parallelType !== 'PP', stages: processCount, shards: 1 };
  },
};

/** `pippy.pp_group_size` when it divides the ranks, or null. */
function groupSize({ handlerConfig, processCount }: FrameworkContext): number | null {
  const value = entryOf(entryOf(handlerConfig, 'pippy'), 'pp_group_size');
  if (value?.kind !== 'integer' || value.value < 1n) return null;
  const size = Number(value.value);
  return processCount % size === 0 ? size : null;
}
