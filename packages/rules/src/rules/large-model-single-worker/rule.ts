import type { ConfigPath } from '@topodiff/schema';
import { entryOf, formatConfigPath, torchserve } from '@topodiff/schema';
import type { EffectiveConfig } from '@topodiff/topology';
import { handlerRoot } from '../../handler-root.ts';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';
import { workerPair } from '../../worker-pair.ts';

export const largeModelSingleWorker = defineRule({
  id: 'large-model-single-worker',
  description: 'Disallow several workers of a large model',
  rationale:
    'Workers share nothing: each of them loads the whole model. A parallel worker needs its own set of GPUs. An engine such as vLLM batches requests by itself, so that one worker keeps it busy; workers that are not parallel all see the same GPUs, and several engines then compete for their memory.',
  area: 'workers',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  inputs: ['host'],
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('wlm/WorkLoadManager.java', 'addThreads: GPUs of each worker', '205-290'),
    torchserve('examples/large_models/vllm/Readme.md', 'one worker for one engine', '44-46'),
  ],
  messages: {
    parallel:
      'minWorkers is {min}: TorchServe loads the model {workers} times, each time on {level} GPUs of its own.',
    engine:
      'minWorkers is {min}, and {marker} points to an engine that batches requests by itself: each worker loads the whole model, and all see the same GPUs.',
  },
  suggestions: {
    parallel: 'Set minWorkers and maxWorkers to 1, unless you want that many copies.',
    engine: 'Set minWorkers and maxWorkers to 1.',
  },
  whenNotToUse: 'When several copies of a large model on one host are meant.',
  check: ({ effective, launch }) => {
    const pair = workerPair(effective);
    if (pair === null || restoresSnapshot(effective) || launch.blockers.length > 0) return [];
    const { minWorkers, parallelLevel } = effective.settings;
    const { min } = pair;
    const workers = minWorkers.value;
    if (workers < 2) return [];
    const level = parallelLevel.value;
    if (level > 0) {
      if (level < 2 || launch.device === 'cpu') return [];
      return [{ messageId: 'parallel', at: minWorkers.path, params: { min, workers, level } }];
    }
    const marker = findEngine(effective);
    if (marker === null) return [];
    const params = { min, marker: formatConfigPath(marker) };
    return [{ messageId: 'engine', at: minWorkers.path, params }];
  },
});

/** The handler's section or key that names an engine with a scheduler of its own: vLLM or TensorRT-LLM. */
function findEngine(effective: EffectiveConfig): ConfigPath | null {
  const handler = entryOf(handlerRoot(effective), 'handler');
  if (entryOf(handler, 'vllm_engine_config')) return ['handler', 'vllm_engine_config'];
  const hasEngineFiles = entryOf(handler, 'engine_dir') && entryOf(handler, 'tokenizer_dir');
  return hasEngineFiles ? ['handler', 'engine_dir'] : null;
}
