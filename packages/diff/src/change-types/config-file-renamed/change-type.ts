import { torchserve } from '@topodiff/schema';
import { defineChangeType } from '../../change-type.ts';

export const configFileRenamed = defineChangeType({
  id: 'config-file-renamed',
  description: 'A model-config file has another path.',
  area: 'file',
  action: 'changed',
  opposite: 'config-file-renamed',
  messages: { renamed: 'The file moved from {base} to {head}.' },
  impacts: [
    {
      level: 'non-breaking',
      reason:
        'TorchServe reads the file under the name that the archive gives it; only what packs the archive must know the new path.',
    },
  ],
  upstream: [torchserve('model/ModelArchive.java', 'getModelConfig: the manifest names the file', '222-238')],
  find({ both }) {
    if (both === null || both.base.filePath === both.head.filePath) return [];
    return [
      {
        messageId: 'renamed',
        at: [],
        target: 'key',
        params: { base: both.base.filePath, head: both.head.filePath },
      },
    ];
  },
});
