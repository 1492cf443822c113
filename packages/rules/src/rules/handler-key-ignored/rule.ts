import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

/** Keys that a handler is documented with and does not read. */
const unreadKeys = {
  tp_llama: ['max_seq_len', 'max_batch_size'],
  gpt_fast: ['max_new_tokens'],
} as const;

export const handlerKeyIgnored = defineRule({
  id: 'handler-key-ignored',
  description: 'Disallow handler keys that the example’s handler does not read',
  rationale:
    'The READMEs of two examples set keys that their handlers never look at: in gpt_fast the number of new tokens comes with the request, in tp_llama the sizes come from the model’s arguments.',
  area: 'handler',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [
    torchserve('examples/large_models/gpt_fast/handler.py', 'initialize'),
    torchserve('examples/large_models/tp_llama/llama-handler.py', 'initialize'),
  ],
  messages: { unread: 'The handler of {example} does not read {key}.' },
  suggestions: { unread: 'Remove it, unless a handler of your own reads it.' },
  check: ({ effective }) => {
    const handler = entryOf(handlerRoot(effective), 'handler');
    if (entryOf(handler, 'converted_ckpt_dir') === undefined) return [];
    // Both need the checkpoint; the arguments file is tp_llama’s, compile is gpt_fast’s.
    const isLlama = entryOf(handler, 'model_args_path') !== undefined;
    if (!isLlama && entryOf(handler, 'compile') === undefined) return [];
    const example = isLlama ? 'tp_llama' : 'gpt_fast';
    return unreadKeys[example]
      .filter((key) => entryOf(handler, key) !== undefined)
      .map((key) => ({
        messageId: 'unread' as const,
        at: ['handler', key],
        target: 'key' as const,
        params: { example, key },
      }));
  },
});
