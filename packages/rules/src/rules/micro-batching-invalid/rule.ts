import { entryOf, torchserve, valueAt } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { writtenValue } from '../../written-value.ts';

type MessageId = 'size' | 'step' | 'negative' | 'noThreads';

const steps = ['preprocess', 'inference', 'postprocess'];

export const microBatchingInvalid = defineRule({
  id: 'micro-batching-invalid',
  description: 'Require positive sizes and known steps in micro_batching',
  rationale:
    'The handler cuts batches by micro_batch_size and starts threads for each step. Sizes below 1 fail every request, an unknown step fails at load, and a step without threads lets requests hang until responseTimeout.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.1' },
  evidence: ['source'],
  upstream: [
    torchserve('ts/handler_utils/micro_batching.py', 'parallelism and micro_batch_size', '66-69, 96-99'),
  ],
  messages: {
    size: 'micro_batch_size is {written}: every request fails with 503.',
    step: 'micro_batching knows no step {step}: the model fails to load.',
    negative: '{step} has {written} threads: the model fails to load.',
    noThreads: '{step} has no thread: requests hang until responseTimeout.',
  },
  suggestions: {
    size: 'Write 1 or more.',
    step: 'Use preprocess, inference and postprocess.',
    negative: 'Write 1 or more.',
    noThreads: 'Write 1 or more.',
  },
  check: ({ effective }) => {
    const section = entryOf(handlerRoot(effective), 'micro_batching');
    const size = entryOf(section, 'micro_batch_size');
    const found: FindingDraft<MessageId>[] = [];
    if (size?.kind === 'integer' && size.value < 1n) {
      const at = ['micro_batching', 'micro_batch_size'];
      found.push({ messageId: 'size', at, params: { written: writtenValue(size) } });
    }
    const parallelism = valueAt(section, ['parallelism']);
    if (parallelism?.kind !== 'map') return found;
    for (const { key, value } of parallelism.entries) {
      if (key.kind !== 'string') continue;
      const at = ['micro_batching', 'parallelism', key.value];
      const step = key.value;
      if (!steps.includes(step)) found.push({ messageId: 'step', at, target: 'key', params: { step } });
      else if (value.kind === 'integer' && value.value < 0n) {
        found.push({ messageId: 'negative', at, params: { step, written: writtenValue(value) } });
      } else if (value.kind === 'integer' && value.value === 0n) {
        found.push({ messageId: 'noThreads', at, params: { step } });
      }
    }
    return found;
  },
});
