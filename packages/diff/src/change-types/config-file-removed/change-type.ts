import { torchserve } from '@topodiff/schema';
import { defineChangeType } from '../../change-type.ts';

export const configFileRemoved = defineChangeType({
  id: 'config-file-removed',
  description: 'A model-config file is gone.',
  area: 'file',
  action: 'removed',
  opposite: 'config-file-added',
  messages: { removed: 'The file is gone; it was {label}.' },
  impacts: [
    {
      level: 'breaking',
      reason: 'Whoever calls the model gets an error, unless it is served from somewhere else.',
      when: 'the model was able to start',
      holds: (params) => params['hasServed'] === true,
    },
    { level: 'non-breaking', reason: 'The model was not able to start from this file.' },
  ],
  upstream: [torchserve('model/ModelArchive.java', 'getModelConfig', '222-238')],
  find({ base, head }) {
    if (base === null || head !== null) return [];
    const { label, willStart } = base.topology;
    return [{ messageId: 'removed', at: [], target: 'key', params: { label, hasServed: willStart } }];
  },
});
