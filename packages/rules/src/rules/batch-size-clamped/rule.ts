import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const batchSizeClamped = defineRule({
  id: 'batch-size-clamped',
  description: 'Require a batchSize of at least 1',
  rationale:
    'Since 0.10.0 a batchSize below 1 becomes 1 without a word; before, it was dropped with a warning, so that the models JSON of config.properties or the default of 1 counted.',
  area: 'batching',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed', 'observed'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'setBatchSize', '306-308')],
  messages: {
    raised: 'batchSize is {written}: TorchServe takes 1 without a word.',
    dropped: 'batchSize is {written}: this version of TorchServe ignores it and uses {value}.',
  },
  suggestions: {
    raised: 'Write 1, which is what runs, or the size that is meant.',
    dropped: 'Write 1 or more.',
  },
  check: ({ effective: { settings }, host }) => {
    const { path, value } = settings.batchSize;
    const written = declaredInteger(settings.batchSize);
    if (written === null || written >= 1) return [];
    if (!isAtLeast(host.torchserveVersion, '0.10.0')) {
      return [{ messageId: 'dropped' as const, at: path, params: { written, value } }];
    }
    const fix = [{ kind: 'replace-value' as const, at: path, text: '1' }];
    return [{ messageId: 'raised' as const, at: path, params: { written }, fix }];
  },
});
