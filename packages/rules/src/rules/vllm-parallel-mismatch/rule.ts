import type { ConfigValue } from '@topodiff/schema';
import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { vllmParallelism } from '@topodiff/topology';
import { knownGpuCount } from '../../devices.ts';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';
import { vllmSizePath } from '../../vllm-size-path.ts';

export const vllmParallelMismatch = defineRule({
  id: 'vllm-parallel-mismatch',
  description: 'Disallow more vLLM workers than the process sees GPUs',
  rationale:
    'vLLM takes tensor_parallel_size × pipeline_parallel_size GPUs of those that its process sees, and refuses to load when there are fewer.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  versions: { since: '0.11.1' },
  evidence: ['documentation', 'unverified'],
  upstream: [
    torchserve('examples/large_models/vllm/Readme.md', 'parallelType custom and parallelLevel', '29-41'),
  ],
  messages: {
    aboveLevel:
      'vLLM takes {needed} GPUs, but parallelLevel gives the worker {level}: the model fails to load.',
    aboveHost: 'vLLM takes {needed} GPUs, but the host has {level}: the model fails to load.',
  },
  suggestions: {
    aboveLevel: 'Set parallelLevel to {needed}.',
    aboveHost: 'Use a host with {needed} GPUs, or split the model over fewer.',
  },
  check: ({ effective, launch, host }) => {
    const root = handlerRoot(effective);
    const degrees = vllmParallelism(root);
    // An engine on Ray may take GPUs of other hosts.
    if (degrees === null || launch.device === 'cpu' || usesRay(root)) return [];
    const needed = degrees.tensorParallelSize * degrees.pipelineParallelSize;
    const at = vllmSizePath(root);
    if (launch.parallelLevel > 0) {
      if (needed <= launch.parallelLevel) return [];
      return [{ messageId: 'aboveLevel' as const, at, params: { needed, level: launch.parallelLevel } }];
    }
    const count = knownGpuCount(host);
    if (count === null || needed <= count) return [];
    return [{ messageId: 'aboveHost' as const, at, params: { needed, level: count } }];
  },
});

function usesRay(root: ConfigValue | null): boolean {
  const engine = valueAt(root, ['handler', 'vllm_engine_config']);
  const backend = entryOf(engine, 'distributed_executor_backend');
  const flag = entryOf(engine, 'worker_use_ray');
  return (backend?.kind === 'string' && backend.value === 'ray') || (flag?.kind === 'boolean' && flag.value);
}
