import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const customRequiresAsync = defineRule({
  id: 'custom-requires-async',
  description: 'Require asyncCommunication for parallelType custom on several GPUs',
  rationale:
    'For a parallel worker the frontend opens one connection per GPU, but a custom worker is a single process with a single socket. Only asynchronous communication opens one connection. Otherwise the worker fails to connect, again and again.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: '0.11.1' },
  evidence: ['observed'],
  upstream: [
    torchserve('wlm/WorkerThread.java', 'connect: one connection per GPU', '341-346'),
    torchserve('wlm/AsyncWorkerThread.java', 'connect: one connection', '156-186'),
  ],
  messages: {
    missing:
      'parallelType custom on {level} GPUs needs asyncCommunication: without it TorchServe waits for {level} sockets, of which one exists, and the model never serves.',
  },
  suggestions: {
    missing: 'Set asyncCommunication: true (the handler must then be a coroutine), or use one GPU.',
  },
  check: ({ launch, effective: { settings } }) =>
    launch.blockers
      .filter(({ kind }) => kind === 'custom-requires-async')
      .map(() => ({
        messageId: 'missing',
        at: settings.parallelType.path,
        params: { level: settings.parallelLevel.value },
      })),
});
