import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const maxBatchDelayZero = defineRule({
  id: 'max-batch-delay-zero',
  description: 'Disallow a maxBatchDelay of 0',
  rationale:
    'TorchServe cannot tell 0 from a file that says nothing: the models JSON of config.properties or the default of 100 ms counts.',
  area: 'batching',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['observed'],
  upstream: [torchserve('wlm/ModelManager.java', 'createModel: maxBatchDelay above 0', '423-443')],
  messages: { zero: 'maxBatchDelay 0 counts as not set: TorchServe waits {value} ms for a batch.' },
  suggestions: { zero: 'Write 1, the shortest delay that TorchServe takes.' },
  check: ({ effective: { settings } }) => {
    const { path, value } = settings.maxBatchDelay;
    if (declaredInteger(settings.maxBatchDelay) !== 0) return [];
    const fix = [{ kind: 'replace-value' as const, at: path, text: '1' }];
    return [{ messageId: 'zero' as const, at: path, params: { value }, fix }];
  },
});
