import type { ConfigProperties } from '@topodiff/schema';
import { torchserve } from '@topodiff/schema';
import { launcherOf } from '@topodiff/topology';
import { defineRule } from '../../rule.ts';

export const useVenvWithoutInstall = defineRule({
  id: 'use-venv-without-install',
  description: 'Require install_py_dep_per_model for useVenv',
  rationale:
    "useVenv only builds a virtual environment. What the archive's requirements file names gets installed, there as elsewhere, only when config.properties sets install_py_dep_per_model=true.",
  area: 'launcher',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  inputs: ['config.properties', 'archive'],
  versions: { since: '0.10.0' },
  evidence: ['source', 'documentation'],
  upstream: [
    torchserve(
      'wlm/ModelManager.java',
      'setupModelDependencies: nothing without install_py_dep_per_model',
      '220-293',
    ),
  ],
  messages: {
    notInstalled:
      "useVenv is on, but config.properties does not set install_py_dep_per_model=true: TorchServe builds the virtual environment and does not install the model's requirements.",
  },
  suggestions: {
    notInstalled: 'Add install_py_dep_per_model=true to config.properties, or remove useVenv.',
  },
  check: ({ effective, host, archive }) => {
    const { useVenv } = effective.settings;
    const properties = host.configProperties;
    if (!useVenv.value || properties === undefined) return [];
    // An environment that no worker uses: `use-venv-torchrun` and `use-venv-runtime` say so.
    if (launcherOf(effective) === 'torchrun' || (archive?.manifest.runtime ?? 'python') !== 'python')
      return [];
    if (isOn(properties, 'install_py_dep_per_model') || isOn(properties, 'enable_envvars_config')) return [];
    return [{ messageId: 'notInstalled', at: useVenv.path }];
  },
});

/** As `Boolean.parseBoolean`. With enable_envvars_config the environment may say what the file does not. */
function isOn({ entries }: ConfigProperties, key: string): boolean {
  return entries.get(key)?.value.toLowerCase() === 'true';
}
