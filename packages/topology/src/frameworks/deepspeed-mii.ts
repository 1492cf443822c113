import { entryOf } from '@topodiff/schema';
import { degreeOf } from './degree-of.ts';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * DeepSpeed-MII: tensor shards, `handler.tensor_parallel` of them, over the ranks that torchrun starts. Only its handler
 * reads that key.
 *
 * Follows examples/large_models/deepspeed_mii/LLM/mii_handler.py.
 */
export const deepspeedMii: Framework = {
  id: 'deepspeed-mii',
  parallelTypes: ['TP'],
  recognises: ({ handlerConfig }) =>
    entryOf(entryOf(handlerConfig, 'handler'), 'tensor_parallel')?.kind === 'integer',
  split({ handlerConfig, processCount }) {
    const shards = degreeOf(entryOf(handlerConfig, 'handler'), 'tensor_parallel');
    if (processCount <= 1) return undivided;
    return { decidedBy: 'framework', isAssumed: false, stages: 1, shards: shards ?? processCount };
  },
};
