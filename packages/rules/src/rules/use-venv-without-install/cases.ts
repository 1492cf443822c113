import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { useVenvWithoutInstall } from './rule.ts';

export const cases = defineCases(useVenvWithoutInstall, {
  valid: [
    {
      name: 'the requirements are installed',
      example: true,
      host: withProperties('install_py_dep_per_model=True'),
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'nothing is known of config.properties',
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'off',
      host: withProperties('load_models=all'),
      source: yaml`
        useVenv: false
      `,
    },
    {
      name: 'the environment may say it',
      host: withProperties('enable_envvars_config=true'),
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'torchrun uses no virtual environment, which another rule reports',
      host: withProperties('load_models=all'),
      source: yaml`
        useVenv: true
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'the runtime has no virtual environment, which another rule reports',
      host: withProperties('load_models=all'),
      archive: { manifest: { runtime: 'python3' } },
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'before 0.10.0',
      host: { ...withProperties('load_models=all'), ...torchserveVersion('0.9.0') },
      source: yaml`
        useVenv: true
      `,
    },
  ],
  invalid: [
    {
      name: 'the property is not set',
      example: true,
      host: withProperties('load_models=all'),
      source: yaml`
        useVenv: true
        #        ^^^^ notInstalled
      `,
    },
    {
      name: 'the property is something else than true, in an archive of Python',
      host: withProperties('install_py_dep_per_model=yes'),
      archive: {},
      source: yaml`
        useVenv: on
        #        ^^ notInstalled
      `,
    },
    {
      name: 'the one process of a custom worker',
      host: withProperties('install_py_dep_per_model=false\nenable_envvars_config=false'),
      source: yaml`
        useVenv: true
        #        ^^^^ notInstalled
        parallelType: custom
        parallelLevel: 1
      `,
    },
    {
      name: 'an archive whose runtime is not known',
      host: withProperties('load_models=all'),
      archive: { manifest: { runtime: null } },
      source: yaml`
        useVenv: true
        #        ^^^^ notInstalled
      `,
    },
  ],
});
