import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * No framework is known from the file: the handler decides, and the parallel type is all there is to go by. TorchServe's
 * own examples make `pp` stages and `tp` shards of the ranks; for `pptp` it knows no split at all.
 *
 * Follows docs/large_model_inference.md and WorkerThread.java (573-598: `pp` sends a request to rank 0 only).
 */
export const none: Framework = {
  id: null,
  parallelTypes: ['NONE', 'PP', 'TP', 'PPTP'],
  recognises: () => true,
  split({ parallelType, processCount }) {
    if (processCount <= 1) return undivided;
    return parallelType === 'PP'
      ? { decidedBy: 'handler', isAssumed: true, stages: processCount, shards: 1 }
      : { decidedBy: 'handler', isAssumed: true, stages: 1, shards: processCount };
  },
};
