import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { writtenSetting } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

export const torchrunWithoutParallelType = defineRule({
  id: 'torchrun-without-parallel-type',
  description: 'Require a parallelType with torchrun',
  rationale:
    'The torchrun section only says how many processes to start; whether torchrun runs at all is decided by parallelType. Without it, or with a name that TorchServe does not know, every worker is one plain process.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/Model.java', 'the constructor drops the level without a type', '100-105')],
  messages: {
    noType:
      'torchrun has no effect without parallelType: each worker is one plain process, and torchrun never runs.',
    unknownType:
      'torchrun has no effect with parallelType {written}, which TorchServe does not know: each worker is one plain process, and torchrun never runs.',
  },
  suggestions: {
    noType: 'Set parallelType: pp for PiPPy, tp for DeepSpeed or native tensor parallelism.',
    unknownType: 'Set parallelType: pp for PiPPy, tp for DeepSpeed or native tensor parallelism.',
  },
  check: ({ effective: { settings } }) => {
    const { torchrun, parallelType } = settings;
    if (torchrun === null || parallelType.configured !== 'NONE') return [];
    const place = { at: ['torchrun'], target: 'key' as const };
    const declared = writtenSetting(parallelType);
    if (
      declared === undefined ||
      declared.kind === 'null' ||
      (declared.kind === 'string' && declared.value === '')
    ) {
      return [{ messageId: 'noType', ...place }];
    }
    return [{ messageId: 'unknownType', ...place, params: { written: writtenValue(declared) } }];
  },
});
