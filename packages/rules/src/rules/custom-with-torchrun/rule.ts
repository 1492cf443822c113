import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const customWithTorchrun = defineRule({
  id: 'custom-with-torchrun',
  description: 'Disallow a torchrun section beside parallelType custom',
  rationale:
    'A custom worker is one plain process. Of the section only nproc-per-node counts, as the number of GPUs; no rank is started.',
  area: 'parallelism',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'documentation'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython: custom starts python', '134-143')],
  messages: {
    notStarted:
      'torchrun does not run with parallelType custom: its nproc-per-node only sets the number of GPUs, {level}.',
  },
  suggestions: { notStarted: 'Write parallelLevel: {level} instead of the section.' },
  check: ({ effective: { settings } }) => {
    const { parallelType, torchrun, parallelLevel } = settings;
    if (parallelType.value !== 'CUSTOM' || torchrun === null) return [];
    const written = declaredInteger(parallelLevel);
    // Two different numbers are a conflict, which another rule reports.
    if (written !== null && written >= 1 && written !== torchrun.nprocPerNode.configured) return [];
    const params = { level: parallelLevel.value };
    return [{ messageId: 'notStarted' as const, at: ['torchrun'], target: 'key' as const, params }];
  },
});
