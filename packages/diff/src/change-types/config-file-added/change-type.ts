import { torchserve } from '@topodiff/schema';
import { defineChangeType } from '../../change-type.ts';

export const configFileAdded = defineChangeType({
  id: 'config-file-added',
  description: 'A model-config file is new.',
  area: 'file',
  action: 'added',
  opposite: 'config-file-removed',
  messages: { added: 'The file is new: {label}.' },
  impacts: [
    {
      level: 'breaking',
      reason:
        'TorchServe does not survive reading this file: the server stops at startup, with all its other models.',
      when: 'reading the file stops the server',
      holds: (params) => params['stopsServer'] === true,
    },
    {
      level: 'non-breaking',
      reason: 'Nothing that is served today depends on the new model; the GPUs that it takes must be free.',
    },
  ],
  upstream: [
    torchserve('model/ModelArchive.java', 'getModelConfig', '222-238'),
    torchserve('ModelServer.java', 'initModelStore', '234-238'),
  ],
  find({ base, head }) {
    if (base !== null || head === null) return [];
    const stopsServer = head.launch.blockers.some(({ kind }) => kind === 'server-exits');
    return [
      { messageId: 'added', at: [], target: 'key', params: { label: head.topology.label, stopsServer } },
    ];
  },
});
