import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { isAbsent } from '../../settings.ts';

export const ompThreadsDefault = defineRule({
  id: 'omp-threads-default',
  description: 'Require OMP_NUMBER_THREADS beside torchrun',
  rationale:
    'TorchServe sets OMP_NUM_THREADS for every rank that torchrun starts, to 1 when the file does not say, whatever the environment of the server holds. Work on the CPU (tokenising, data loading) then uses one thread.',
  area: 'launcher',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: OMP_NUM_THREADS', '300'),
    torchserve('docs/large_model_inference.md', 'OMP_NUMBER_THREADS'),
  ],
  messages: {
    absent: 'OMP_NUMBER_THREADS is not set: every rank gets OMP_NUM_THREADS=1, whatever the host sets.',
  },
  suggestions: {
    absent: 'Set OMP_NUMBER_THREADS in torchrun, for example to the cores of the host divided by the ranks.',
  },
  check: ({ effective: { settings, unreadKeys, unreadTorchrunKeys } }) => {
    const { torchrun, parallelType } = settings;
    if (torchrun === null || parallelType.value === 'NONE' || parallelType.value === 'CUSTOM') return [];
    const isMisplaced = [...unreadKeys, ...unreadTorchrunKeys].some(({ path }) =>
      ['OMP_NUMBER_THREADS', 'OMP_NUM_THREADS'].includes(String(path.at(-1))),
    );
    if (!isAbsent(torchrun.ompNumberThreads) || isMisplaced) return [];
    return [{ messageId: 'absent' as const, at: ['torchrun'], target: 'key' as const }];
  },
});
