import { entryOf, isAtLeast, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const pt2FormatUnsupported = defineRule({
  id: 'pt2-format-unsupported',
  description: 'Disallow forms of pt2 that the TorchServe version does not know',
  rationale:
    'pt2 was the name of a backend first, a map of options from 0.10.0, and has the sections compile and export from 0.11.1 and 0.10.0. An older TorchServe takes a newer form for an unknown backend and serves the model uncompiled.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { until: '0.11.0' },
  evidence: ['source'],
  upstream: [torchserve('ts/torch_handler/base_handler.py', 'initialize: the forms of pt2', '225-250')],
  messages: {
    compile:
      'TorchServe {version} knows no pt2.compile, which came with 0.11.1: the model is served uncompiled.',
    map: 'TorchServe {version} knows pt2 only as the name of a backend: the model is served uncompiled.',
  },
  suggestions: {
    compile: 'Write the options directly into pt2.',
    map: 'Write pt2: inductor, or another backend.',
  },
  check: ({ effective, host: { torchserveVersion: version } }) => {
    const pt2 = entryOf(handlerRoot(effective), 'pt2');
    if (pt2?.kind !== 'map') return [];
    const params = { version };
    if (!isAtLeast(version, '0.10.0')) {
      return [{ messageId: 'map' as const, at: ['pt2'], target: 'key' as const, params }];
    }
    if (entryOf(pt2, 'compile') === undefined) return [];
    return [{ messageId: 'compile' as const, at: ['pt2', 'compile'], target: 'key' as const, params }];
  },
});
