import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const torchrunOnCpu = defineRule({
  id: 'torchrun-on-cpu',
  description: 'Disallow torchrun workers without GPUs',
  rationale:
    'Room on the GPUs is only checked on GPUs. On the CPU TorchServe starts all ranks on the same cores, without a word.',
  area: 'parallelism',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [torchserve('wlm/ModelManager.java', 'updateModel: checks GPUs only', '606')],
  messages: {
    declared: 'deviceType is cpu: torchrun starts {ranks} processes on the CPU, and nothing is checked.',
    noGpus: 'The host has no GPU: torchrun starts {ranks} processes on the CPU, and nothing is checked.',
  },
  suggestions: {
    declared: 'Remove deviceType: cpu, or the parallel type.',
    noGpus: 'Use a host with GPUs, or remove the parallel type.',
  },
  check: ({ effective: { settings } }) => {
    const { parallelType, torchrun, deviceType, parallelLevel } = settings;
    const isTorchrun = parallelType.value !== 'NONE' && parallelType.value !== 'CUSTOM';
    if (!isTorchrun || torchrun === null || parallelLevel.value === 0 || deviceType.value !== 'CPU')
      return [];
    const params = { ranks: torchrun.nprocPerNode.value };
    return deviceType.configured === 'CPU'
      ? [{ messageId: 'declared' as const, at: deviceType.path, params }]
      : [{ messageId: 'noGpus' as const, at: parallelType.path, params }];
  },
});
