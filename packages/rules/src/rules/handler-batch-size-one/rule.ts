import { entryOf, torchserve } from '@topodiff/schema';
import { findAsyncEngine } from '../../async-engine.ts';
import { handlerRoot } from '../../handler-root.ts';
import type { ArchiveContext } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import type { EffectiveConfig } from '@topodiff/topology';

export const handlerBatchSizeOne = defineRule({
  id: 'handler-batch-size-one',
  description: 'Disallow batches for handlers that take one request at a time',
  rationale:
    'The handlers of gpt_fast, diffusion_fast, vLLM and TensorRT-LLM assert that a batch holds one request: a larger one is answered 503 as a whole.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['archive'],
  fixable: true,
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve('examples/large_models/gpt_fast/handler.py', 'preprocess: one request'),
    torchserve('ts/torch_handler/vllm_handler.py', 'handle: one request'),
  ],
  messages: {
    batched:
      'batchSize is {size}, but the handler of {handler} takes one request at a time: larger batches are answered 503.',
  },
  suggestions: { batched: 'Write 1.' },
  check: ({ effective, archive }) => {
    const { batchSize, asyncCommunication } = effective.settings;
    // Batches of an asynchronous worker are another finding.
    if (batchSize.value < 2 || batchSize.declared === undefined || asyncCommunication.value) return [];
    const handler = singleRequestHandler(effective, archive);
    if (handler === null) return [];
    const fix = [{ kind: 'replace-value' as const, at: batchSize.path, text: '1' }];
    return [
      { messageId: 'batched' as const, at: batchSize.path, params: { size: batchSize.value, handler }, fix },
    ];
  },
});

function singleRequestHandler(
  effective: EffectiveConfig,
  archive: ArchiveContext | undefined,
): string | null {
  const engine = findAsyncEngine(effective, archive);
  if (engine !== null) return engine.name;
  const handler = entryOf(handlerRoot(effective), 'handler');
  const has = (key: string): boolean => entryOf(handler, key) !== undefined;
  if (has('converted_ckpt_dir') && has('compile') && !has('model_args_path')) return 'gpt_fast';
  return has('num_inference_steps') && has('compile_unet') ? 'diffusion_fast' : null;
}
