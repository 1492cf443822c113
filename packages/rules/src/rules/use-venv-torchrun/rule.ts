import { torchserve } from '@topodiff/schema';
import { launcherOf } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const useVenvTorchrun = defineRule({
  id: 'use-venv-torchrun',
  description: 'Disallow useVenv for workers that torchrun starts',
  rationale:
    'With useVenv TorchServe starts a worker with the interpreter of the virtual environment. The workers of parallelType pp, tp and pptp are started by torchrun, and that is always the one on the PATH, with the packages of its own interpreter.',
  area: 'launcher',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.10.0' },
  evidence: ['source'],
  upstream: [
    torchserve(
      'wlm/WorkerLifeCycle.java',
      'startWorkerPython: torchrun takes the place of Python',
      '133-146',
    ),
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: the command torchrun', '301'),
  ],
  messages: {
    ignored:
      'useVenv does not reach the workers of parallelType {type}: TorchServe starts them with the torchrun on its PATH, not from the virtual environment that it builds.',
  },
  suggestions: {
    ignored: 'Install what the model needs beside torchrun, and remove useVenv.',
  },
  check: ({ effective }) => {
    const { useVenv, parallelType } = effective.settings;
    if (!useVenv.configured || launcherOf(effective) !== 'torchrun') return [];
    return [{ messageId: 'ignored', at: useVenv.path, params: { type: parallelType.value.toLowerCase() } }];
  },
});
