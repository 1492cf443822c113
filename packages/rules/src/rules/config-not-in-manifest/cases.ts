import { yaml } from '@topodiff/testkit';
import { defineCases } from '../../testing/define-cases.ts';
import { configNotInManifest } from './rule.ts';

export const cases = defineCases(configNotInManifest, {
  valid: [
    {
      name: 'the manifest names the file',
      example: true,
      archive: {},
      source: yaml`
        minWorkers: 1
        maxWorkers: 1
      `,
    },
    {
      name: 'no configuration at all',
      archive: {
        manifest: { configFile: null },
        fileNames: ['MAR-INF/MANIFEST.json'],
        foundConfigFile: null,
      },
      source: yaml`
        minWorkers: 1
      `,
    },
    {
      name: 'another name is as good',
      archive: {
        manifest: { configFile: 'config.yaml' },
        fileNames: ['MAR-INF/MANIFEST.json', 'config.yaml'],
        foundConfigFile: null,
      },
      source: yaml`
        minWorkers: 1
      `,
    },
  ],
  invalid: [
    {
      name: 'an extra file that nobody reads',
      example: true,
      archive: { manifest: { configFile: null } },
      source: yaml`
        minWorkers: 4
        # @1:1-1:14 notNamed {"found":"model-config.yaml"}
      `,
    },
    {
      name: 'the manifest names another file',
      archive: {
        manifest: { configFile: 'other.yaml' },
        fileNames: ['MAR-INF/MANIFEST.json', 'model-config.yaml', 'other.yaml'],
      },
      source: yaml`
        minWorkers: 4
        # @1:1-1:14 otherNamed {"named":"other.yaml","found":"model-config.yaml"}
      `,
    },
    {
      name: 'missing-file: the manifest names a file that is not there',
      archive: {
        manifest: { configFile: 'nofile.yaml' },
        fileNames: ['MAR-INF/MANIFEST.json', 'handler.py'],
        foundConfigFile: null,
      },
      source: yaml`
        # @1:1-1:1 missing {"named":"nofile.yaml"} nearest
      `,
    },
  ],
});
