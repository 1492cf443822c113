import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * `parallelType: custom`: one process that sees parallelLevel devices and divides them by itself. How, only its engine's
 * own section says; without one it is taken as shards.
 *
 * Follows frontend/archive/src/main/java/org/pytorch/serve/archive/model/ModelConfig.java `ParallelType.CUSTOM` and
 * WorkerLifeCycle.java (134-143).
 */
export const custom: Framework = {
  id: null,
  parallelTypes: ['CUSTOM'],
  recognises: ({ parallelType }) => parallelType === 'CUSTOM',
  split: ({ parallelLevel }) =>
    parallelLevel <= 1
      ? undivided
      : { decidedBy: 'engine', isAssumed: true, stages: 1, shards: parallelLevel },
};
