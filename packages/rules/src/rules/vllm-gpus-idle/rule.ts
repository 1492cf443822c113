import { torchserve } from '@topodiff/schema';
import { levelSetting, vllmParallelism } from '@topodiff/topology';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const vllmGpusIdle = defineRule({
  id: 'vllm-gpus-idle',
  description: 'Disallow a parallelLevel above what vLLM takes',
  rationale:
    'The worker gets parallelLevel GPUs for itself; vLLM uses tensor_parallel_size × pipeline_parallel_size of them, and the others stay idle.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: '0.11.1' },
  evidence: ['documentation'],
  upstream: [
    torchserve('examples/large_models/vllm/Readme.md', 'parallelType custom and parallelLevel', '29-41'),
  ],
  messages: { idle: 'The worker gets {level} GPUs, and vLLM takes {needed} of them: {idle} stay idle.' },
  suggestions: { idle: 'Set parallelLevel to {needed}, or raise tensor_parallel_size.' },
  check: ({ effective, launch }) => {
    const degrees = vllmParallelism(handlerRoot(effective));
    if (degrees === null || launch.device === 'cpu') return [];
    const needed = degrees.tensorParallelSize * degrees.pipelineParallelSize;
    const level = launch.parallelLevel;
    if (needed >= level) return [];
    return [
      {
        messageId: 'idle' as const,
        at: levelSetting(effective).path,
        params: { level, needed, idle: level - needed },
      },
    ];
  },
});
