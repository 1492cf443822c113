import { torchserve } from '@topodiff/schema';
import { launcherOf } from '@topodiff/topology';
import { restoresSnapshot } from '../../restored-snapshot.ts';
import { defineRule } from '../../rule.ts';

/** The one runtime with virtual environments, and what an archive has that names none. */
const python = 'python';

export const useVenvRuntime = defineRule({
  id: 'use-venv-runtime',
  description: 'Disallow useVenv for another runtime than python',
  rationale:
    'TorchServe builds a virtual environment only for the runtime python, which is what the model archiver writes. For any other, python3 included, useVenv counts as off.',
  area: 'launcher',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['host', 'config.properties', 'archive'],
  versions: { since: '0.10.0' },
  evidence: ['source'],
  upstream: [torchserve('wlm/Model.java', 'isUseVenv', '681-687')],
  messages: {
    manifest:
      "The archive's manifest has the runtime {runtime}: TorchServe ignores useVenv, which works for python only.",
    modelsJson:
      'The models property of config.properties has the runtimeType {runtime}: TorchServe ignores useVenv, which works for python only.',
  },
  suggestions: {
    manifest: 'Build the archive with --runtime python, or remove useVenv.',
    modelsJson: 'Set runtimeType to python there, or remove useVenv.',
  },
  check: ({ effective, archive }) => {
    const { useVenv } = effective.settings;
    // For torchrun `use-venv-torchrun` says that it has no effect; a snapshot brings a runtime of its own.
    if (!useVenv.configured || launcherOf(effective) === 'torchrun' || restoresSnapshot(effective)) return [];
    const fromJson = effective.modelProperties?.runtimeType;
    const runtime = fromJson ?? archive?.manifest.runtime ?? python;
    if (runtime === python) return [];
    return [
      {
        messageId: fromJson === undefined ? 'manifest' : 'modelsJson',
        at: useVenv.path,
        params: { runtime },
      },
    ];
  },
});
