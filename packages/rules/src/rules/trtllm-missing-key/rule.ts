import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { missingKeys } from '../../missing-keys.ts';
import { defineRule } from '../../rule.ts';

export const trtllmMissingKey = defineRule({
  id: 'trtllm-missing-key',
  description: 'Require the directories that the TensorRT-LLM handler reads',
  rationale:
    'The handler takes engine_dir and tokenizer_dir from the handler section while it loads, without defaults.',
  area: 'framework',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'archive',
  versions: { since: '0.12.0' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/trt_llm_handler.py', 'initialize', '27-30')],
  messages: {
    noSection:
      'trt_llm_handler needs a handler section with engine_dir and tokenizer_dir: the model fails to load.',
    missing: 'trt_llm_handler needs {keys} in the handler section: the model fails to load.',
  },
  suggestions: { noSection: 'Add the section.', missing: 'Add {keys}.' },
  check: ({ effective, archive }) => {
    const root = handlerRoot(effective);
    if (archive.manifest.handler !== 'trt_llm_handler' || root === null) return [];
    const handler = entryOf(root, 'handler');
    const at = ['handler'];
    if (handler === undefined) return [{ messageId: 'noSection' as const, at }];
    const keys = missingKeys(handler, ['engine_dir', 'tokenizer_dir']);
    return keys === null
      ? []
      : [{ messageId: 'missing' as const, at, target: 'key' as const, params: { keys } }];
  },
});
