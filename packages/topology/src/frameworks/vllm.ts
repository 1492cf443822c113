import { entryOf } from '@topodiff/schema';
import type { ConfigValue } from '@topodiff/schema';
import { degreeOf } from './degree-of.ts';
import type { Framework } from './framework.ts';
import { undivided } from './framework.ts';

/** How vLLM divides a model, as its section of the file says; the engine's defaults are 1. */
export interface VllmParallelism {
  readonly tensorParallelSize: number;
  readonly pipelineParallelSize: number;
}

/**
 * The degrees in `handler.vllm_engine_config`; null when the file has no such map, or a degree that is no usable number.
 * The engine takes their product of GPUs.
 */
export function vllmParallelism(handlerConfig: ConfigValue | null): VllmParallelism | null {
  const engine = entryOf(entryOf(handlerConfig, 'handler'), 'vllm_engine_config');
  if (engine?.kind !== 'map') return null;
  const tensorParallelSize = degreeOf(engine, 'tensor_parallel_size');
  const pipelineParallelSize = degreeOf(engine, 'pipeline_parallel_size');
  if (tensorParallelSize === null || pipelineParallelSize === null) return null;
  return { tensorParallelSize, pipelineParallelSize };
}

/**
 * vLLM: one process of TorchServe that starts the engine's own workers, one for each of tensor_parallel_size ×
 * pipeline_parallel_size GPUs. In a plain process it sees all GPUs of the server, in a custom one parallelLevel of them.
 *
 * Follows ts/torch_handler/vllm_handler.py (0.11.1 and later) and examples/large_models/vllm.
 */
export const vllm: Framework = {
  id: 'vllm',
  parallelTypes: ['NONE', 'CUSTOM'],
  recognises: ({ handlerConfig, archiveHandler }) =>
    entryOf(entryOf(handlerConfig, 'handler'), 'vllm_engine_config')?.kind === 'map' ||
    archiveHandler === 'vllm_handler',
  split({ handlerConfig }) {
    const degrees = vllmParallelism(handlerConfig);
    if (degrees === null) return undivided;
    const { tensorParallelSize: shards, pipelineParallelSize: stages } = degrees;
    return shards * stages === 1 ? undivided : { decidedBy: 'engine', isAssumed: false, stages, shards };
  },
  plainProcess({ handlerConfig }) {
    const degrees = vllmParallelism(handlerConfig);
    if (degrees === null) return null;
    const { tensorParallelSize: tensor, pipelineParallelSize: pipeline } = degrees;
    if (tensor * pipeline === 1) return null;
    const tensorWords = tensor === 1 ? '' : ` tp ${tensor}`;
    return {
      kind: `vllm${tensorWords}${pipeline === 1 ? '' : ` pp ${pipeline}`}`,
      gpus: tensor * pipeline,
    };
  },
};
