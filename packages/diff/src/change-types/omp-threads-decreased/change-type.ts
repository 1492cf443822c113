import { torchserve } from '@topodiff/schema';
import { defineNumericSettingChange } from '../../families/numeric-setting.ts';

export const ompThreadsDecreased = defineNumericSettingChange({
  id: 'omp-threads-decreased',
  opposite: 'omp-threads-increased',
  description: 'Each process computes with fewer CPU threads.',
  area: 'launcher',
  action: 'decreased',
  keys: ['torchrun.OMP_NUMBER_THREADS'],
  unit: { one: 'OpenMP thread', many: 'OpenMP threads' },
  message: 'Each process computes with {head} instead of {base}.',
  impacts: [{ level: 'dangerous', reason: 'What a process computes on the CPU takes longer.' }],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: OMP_NUM_THREADS', '300')],
});
