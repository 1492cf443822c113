import { yaml } from '@topodiff/testkit';
import { defineCases, torchserveVersion, withProperties } from '../../testing/define-cases.ts';
import { useVenvRuntime } from './rule.ts';

const python3 = { manifest: { runtime: 'python3' } };

export const cases = defineCases(useVenvRuntime, {
  valid: [
    {
      name: 'the runtime that the archiver writes',
      example: true,
      archive: { manifest: { runtime: 'python' } },
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'a manifest without a runtime',
      archive: { manifest: { runtime: null } },
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'no archive',
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'off',
      archive: python3,
      source: yaml`
        useVenv: false
      `,
    },
    {
      name: 'the models property comes before the manifest',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"runtimeType":"python"}}}'),
      archive: python3,
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'torchrun uses no virtual environment, which another rule reports',
      archive: python3,
      source: yaml`
        useVenv: true
        parallelType: tp
        torchrun:
          nproc-per-node: 2
      `,
    },
    {
      name: 'a snapshot, which brings a runtime',
      host: { entry: 'snapshot' },
      archive: python3,
      source: yaml`
        useVenv: true
      `,
    },
    {
      name: 'before 0.10.0',
      host: torchserveVersion('0.9.0'),
      archive: python3,
      source: yaml`
        useVenv: true
      `,
    },
  ],
  invalid: [
    {
      name: 'a manifest with another name for Python',
      example: true,
      archive: python3,
      source: yaml`
        useVenv: true
        #        ^^^^ manifest {"runtime":"python3"}
      `,
    },
    {
      name: 'the models property names another runtime than the manifest',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"runtimeType":"LSP"}}}'),
      archive: { manifest: { runtime: 'python' } },
      source: yaml`
        useVenv: true
        #        ^^^^ modelsJson {"runtime":"LSP"}
      `,
    },
    {
      name: 'the models property, without an archive',
      modelName: 'llama',
      host: withProperties('models={"llama":{"1.0":{"runtimeType":"python3"}}}'),
      source: yaml`
        useVenv: true
        #        ^^^^ modelsJson {"runtime":"python3"}
      `,
    },
  ],
});
