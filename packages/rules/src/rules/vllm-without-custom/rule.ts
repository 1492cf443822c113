import { torchserve } from '@topodiff/schema';
import { vllmParallelism } from '@topodiff/topology';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';
import { vllmSizePath } from '../../vllm-size-path.ts';

export const vllmWithoutCustom = defineRule({
  id: 'vllm-without-custom',
  description: 'Require parallelType custom for vLLM over several GPUs',
  rationale:
    'Without a level TorchServe counts the worker as one GPU and leaves every GPU visible: several workers, or other models of the host, meet the engine on the same ones.',
  area: 'framework',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: '0.11.1' },
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('examples/large_models/vllm/Readme.md', 'parallelType custom and parallelLevel', '29-41'),
  ],
  messages: {
    unseen:
      'vLLM takes {needed} GPUs, of which TorchServe counts one: other workers and models may get the same.',
  },
  suggestions: { unseen: 'Set parallelType: custom and parallelLevel: {needed}.' },
  whenNotToUse: 'When the model has the host for itself.',
  check: ({ effective, launch }) => {
    const root = handlerRoot(effective);
    const degrees = vllmParallelism(root);
    if (degrees === null || launch.parallelLevel > 0 || launch.device === 'cpu') return [];
    const needed = degrees.tensorParallelSize * degrees.pipelineParallelSize;
    return needed < 2 ? [] : [{ messageId: 'unseen' as const, at: vllmSizePath(root), params: { needed } }];
  },
});
