import { torchserve } from '@topodiff/schema';
import { findLostReaders } from '../../lost-readers.ts';
import { defineChangeType } from '../../change-type.ts';

export const configBecameUnreadable = defineChangeType({
  id: 'config-became-unreadable',
  description: 'A YAML reader of TorchServe can no longer read the file.',
  area: 'file',
  action: 'changed',
  opposite: 'config-became-readable',
  messages: {
    both: 'Neither the frontend nor the Python worker can read the file: {problem}',
    frontend: 'The frontend can no longer read the file: {problem}',
    handler: 'The Python worker can no longer read the file: {problem}',
  },
  impacts: [
    {
      level: 'breaking',
      reason:
        'A worker that cannot read the file dies on every attempt; the frontend goes on with its defaults, as if there were no file.',
    },
  ],
  upstream: [
    torchserve('utils/ArchiveUtils.java', 'readYamlFile', '62-73'),
    torchserve('ts/service.py', 'get_model_config: yaml.safe_load', '34-53'),
  ],
  find({ both }) {
    if (both === null) return [];
    const lost = findLostReaders(both.base.document, both.head.document);
    if (lost === null) return [];
    return [
      {
        messageId: lost.readers,
        at: [],
        target: 'key',
        headRange: lost.problem.range,
        params: { problem: lost.problem.message },
      },
    ];
  },
});
