import { torchserve } from '@topodiff/schema';
import { findLostReaders } from '../../lost-readers.ts';
import { defineChangeType } from '../../change-type.ts';

export const configBecameReadable = defineChangeType({
  id: 'config-became-readable',
  description: 'A YAML reader of TorchServe can read the file again.',
  area: 'file',
  action: 'changed',
  opposite: 'config-became-unreadable',
  messages: {
    both: 'The frontend and the Python worker can read the file again; at base: {problem}',
    frontend: 'The frontend can read the file again; at base: {problem}',
    handler: 'The Python worker can read the file again; at base: {problem}',
  },
  impacts: [{ level: 'non-breaking', reason: 'What the file says counts again.' }],
  upstream: [
    torchserve('utils/ArchiveUtils.java', 'readYamlFile', '62-73'),
    torchserve('ts/service.py', 'get_model_config: yaml.safe_load', '34-53'),
  ],
  find({ both }) {
    if (both === null) return [];
    const lost = findLostReaders(both.head.document, both.base.document);
    if (lost === null) return [];
    return [
      {
        messageId: lost.readers,
        at: [],
        target: 'key',
        baseRange: lost.problem.range,
        params: { problem: lost.problem.message },
      },
    ];
  },
});
