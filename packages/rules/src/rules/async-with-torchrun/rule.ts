import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const asyncWithTorchrun = defineRule({
  id: 'async-with-torchrun',
  description: 'Disallow asyncCommunication with several torchrun processes',
  rationale:
    'With asynchronous communication the frontend connects to rank 0 only. The other ranks wait 30 seconds for a connection and exit, and torchrun then stops the whole worker; this repeats about every 30 seconds.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: '0.11.1' },
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/AsyncWorkerThread.java', 'connect: one connection', '156-186'),
    torchserve('ts/model_service_worker.py', 'a rank waits 30 seconds for the frontend', '21'),
  ],
  messages: {
    ranks:
      'asyncCommunication reaches rank 0 only, but torchrun starts {nproc} processes: the others exit after 30 s and take the worker down, again and again.',
  },
  suggestions: {
    ranks: 'Remove asyncCommunication, or use parallelType custom for an engine in one process.',
  },
  check: ({ launch, effective: { settings } }) =>
    launch.blockers
      .filter(({ kind }) => kind === 'async-with-torchrun')
      .map(() => ({
        messageId: 'ranks',
        at: settings.asyncCommunication.path,
        params: { nproc: settings.torchrun?.nprocPerNode.value ?? 1 },
      })),
});
