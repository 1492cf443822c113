import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const ompThreadsIncreased = defineNumericSettingChange({
  id: 'omp-threads-increased',
  opposite: 'omp-threads-decreased',
  description: 'Each process computes with more CPU threads.',
  area: 'launcher',
  action: 'increased',
  keys: ['torchrun.OMP_NUMBER_THREADS'],
  unit: { one: 'OpenMP thread', many: 'OpenMP threads' },
  message: 'Each process computes with {head} instead of {base}.',
  impacts: [
    {
      level: 'dangerous',
      reason: 'All processes of all workers together may ask for more threads than the host has cores.',
    },
  ],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: OMP_NUM_THREADS', '300')],
});
