import { entryOf } from '@topodiff/schema';
import { degreeOf } from './degree-of.ts';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/**
 * AWS Neuron (transformers-neuronx): one process that divides the model over `handler.tp_degree` NeuronCores. They are no
 * GPUs to TorchServe, which does not count them.
 *
 * Follows ts/torch_handler/distributed/base_neuronx_continuous_batching_handler.py and
 * base_neuronx_microbatching_handler.py.
 */
export const neuron: Framework = {
  id: 'neuron',
  parallelTypes: ['NONE'],
  recognises: ({ handlerConfig }) =>
    entryOf(entryOf(handlerConfig, 'handler'), 'tp_degree')?.kind === 'integer',
  split({ handlerConfig }) {
    const shards = degreeOf(entryOf(handlerConfig, 'handler'), 'tp_degree');
    if (shards === null || shards === 1) return undivided;
    return { decidedBy: 'engine', isAssumed: false, stages: 1, shards };
  },
  plainProcess({ handlerConfig }) {
    const cores = degreeOf(entryOf(handlerConfig, 'handler'), 'tp_degree');
    return cores === null ? null : { kind: `neuron tp ${cores}`, gpus: 0 };
  },
};
