import type { ConfigPath } from '@topodiff/schema';
import { formatConfigPath, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

/** Keys that only handlers with tensor parallelism read. */
const tensorKeys: readonly ConfigPath[] = [
  ['deepspeed'],
  ['handler', 'tensor_parallel'],
  ['handler', 'converted_ckpt_dir'],
];

export const pipelineTypeForTensorFramework = defineRule({
  id: 'pipeline-type-for-tensor-framework',
  description: 'Require parallelType tp for frameworks with tensor parallelism',
  rationale:
    'With parallelType pp TorchServe sends each request to rank 0 only, because in a pipeline rank 0 drives the others. With tensor parallelism every rank has to take part: rank 0 waits for the others until responseTimeout ends the worker.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'sendRequest: to rank 0 or to all', '573-598'),
    torchserve('docs/large_model_inference.md', 'parallelType of DeepSpeed', '91-92'),
  ],
  messages: {
    rank0:
      '{section} belongs to a framework with tensor parallelism, but parallelType pp sends each request to rank 0 only: the other ranks never answer it.',
  },
  suggestions: { rank0: 'Set parallelType: tp.' },
  check: ({ effective }) => {
    const { parallelType } = effective.settings;
    const root = handlerRoot(effective);
    if (parallelType.configured !== 'PP' || valueAt(root, ['pippy']) !== undefined) return [];
    const section = tensorKeys.find((path) => valueAt(root, path) !== undefined);
    if (section === undefined) return [];
    return [{ messageId: 'rank0', at: parallelType.path, params: { section: formatConfigPath(section) } }];
  },
});
