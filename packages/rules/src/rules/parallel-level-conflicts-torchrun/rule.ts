import { torchserve } from '@topodiff/schema';
import type { FrontendSettings } from '@topodiff/topology';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

type MessageId = 'tooHigh' | 'tooLow' | 'overridden' | 'custom';

export const parallelLevelConflictsTorchrun = defineRule({
  id: 'parallel-level-conflicts-torchrun',
  description: 'Disallow a parallelLevel that differs from nproc-per-node',
  rationale:
    'torchrun and parallelLevel write the same setting, and the one that stands last in the file wins. torchrun starts nproc-per-node processes in any case, so with another level TorchServe waits for ranks that do not exist, or never talks to some that do.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'build: both keys set the parallel level', '152-175'),
    torchserve('docs/large_model_inference.md', 'set one of the two', '36'),
  ],
  messages: {
    tooHigh:
      'parallelLevel {level} stands after torchrun and wins, but torchrun starts {nproc} processes: TorchServe waits for ranks that do not exist, and the model never serves.',
    tooLow:
      'parallelLevel {level} stands after torchrun and wins, but torchrun starts {nproc} processes: the ranks that TorchServe never contacts exit after 30 s and take the worker down.',
    overridden: 'parallelLevel {level} has no effect: torchrun stands after it and sets {nproc}.',
    custom:
      'parallelLevel {level} and nproc-per-node {nproc} differ; with parallelType custom only the number of GPUs counts, and the later key sets it to {value}.',
  },
  suggestions: {
    tooHigh: 'Remove parallelLevel; nproc-per-node sets both numbers.',
    tooLow: 'Remove parallelLevel; nproc-per-node sets both numbers.',
    overridden: 'Remove parallelLevel; nproc-per-node sets both numbers.',
    custom: 'Remove torchrun, which does not run with parallelType custom.',
  },
  check: ({ effective: { settings } }) => {
    const level = declaredInteger(settings.parallelLevel);
    const nproc = settings.torchrun?.nprocPerNode.configured;
    const type = settings.parallelType.configured;
    if (level === null || level < 1 || nproc === undefined || level === nproc || type === 'NONE') return [];
    return [describeConflict(level, nproc, settings)];
  },
});

function describeConflict(
  level: number,
  nproc: number,
  { parallelLevel, parallelType }: FrontendSettings,
): FindingDraft<MessageId> {
  const value = parallelLevel.configured;
  const at = parallelLevel.path;
  if (parallelType.configured === 'CUSTOM')
    return { messageId: 'custom', at, params: { level, nproc, value } };
  if (value !== level) return { messageId: 'overridden', at, params: { level, nproc } };
  return { messageId: level > nproc ? 'tooHigh' : 'tooLow', at, params: { level, nproc } };
}
