import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const configNotInManifest = defineRule({
  id: 'config-not-in-manifest',
  description: 'Require the manifest to name the configuration that the archive holds',
  rationale:
    'Only the file that model.configFile of MAR-INF/MANIFEST.json names is read. One that merely lies in the archive, for instance as an extra file, is read by nobody; a name without a file leaves the frontend with defaults and lets every worker die.',
  area: 'file',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'archive',
  evidence: ['observed', 'source'],
  upstream: [
    torchserve('archive/model/ModelArchive.java', 'getModelConfig: the manifest decides', '222-238'),
    torchserve('ts/service.py', 'Service: reads the file that the manifest names', '34-41'),
  ],
  messages: {
    notNamed: 'The manifest names no configFile: TorchServe does not read {found} and runs with defaults.',
    otherNamed: 'The manifest names {named}: TorchServe does not read {found}.',
    missing:
      'The manifest names {named}, which is not in the archive: the frontend goes on with defaults, and no worker ever loads.',
  },
  suggestions: {
    notNamed: 'Build the archive with torch-model-archiver --config-file {found}.',
    otherNamed: 'Remove {found}, or build the archive with torch-model-archiver --config-file {found}.',
    missing: 'Build the archive with torch-model-archiver --config-file, which adds the file and names it.',
  },
  check: ({ archive: { manifest, fileNames, foundConfigFile: found } }) => {
    const named = manifest.configFile;
    if (named === null) {
      return found === null ? [] : [{ messageId: 'notNamed' as const, at: [], params: { found } }];
    }
    if (!fileNames.includes(named)) return [{ messageId: 'missing' as const, at: [], params: { named } }];
    if (found === null || found === named) return [];
    return [{ messageId: 'otherNamed' as const, at: [], params: { named, found } }];
  },
});
