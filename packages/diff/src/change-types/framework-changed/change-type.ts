import { torchserve } from '@topodiff/schema';
import { frameworkPath } from '../../parallel-shape.ts';
import { defineChangeType } from '../../change-type.ts';

export const frameworkChanged = defineChangeType({
  id: 'framework-changed',
  description: 'The file gives away another framework.',
  area: 'framework',
  action: 'changed',
  opposite: 'framework-changed',
  messages: { changed: 'The framework is {head} instead of {base}.' },
  impacts: [
    {
      level: 'breaking',
      reason: 'Each framework needs handler code, packages and a way to be started of its own.',
    },
  ],
  upstream: [torchserve('docs/large_model_inference.md', 'the frameworks and their sections')],
  find({ running }) {
    if (running === null || running.base.topology.framework === running.head.topology.framework) return [];
    return [
      {
        messageId: 'changed',
        at: frameworkPath(running.head),
        baseAt: frameworkPath(running.base),
        target: 'key',
        params: {
          base: running.base.topology.framework ?? 'none',
          head: running.head.topology.framework ?? 'none',
        },
      },
    ];
  },
});
