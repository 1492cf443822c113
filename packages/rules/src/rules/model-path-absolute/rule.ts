import { torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';
import { walkValues } from '../../walk-values.ts';

export const modelPathAbsolute = defineRule({
  id: 'model-path-absolute',
  description: 'Disallow absolute paths in the handler section',
  rationale:
    'A worker runs in the directory of the unpacked model, so a relative path works everywhere. An absolute one names a place of one machine.',
  area: 'handler',
  severity: 'info',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'startWorkerPython: the working directory', '194')],
  messages: { absolute: '{path} is a place on one machine: elsewhere the model fails to load.' },
  suggestions: { absolute: 'Write a path relative to the model, or make sure that every host has it.' },
  check: ({ effective }) =>
    walkValues(handlerRoot(effective)).flatMap(({ path, value }) => {
      const name = path.at(-1);
      const isPath =
        path[0] === 'handler' && typeof name === 'string' && /(?:path|dir|file|checkpoint)$/i.test(name);
      if (!isPath || value.kind !== 'string' || !/^(?:\/|[A-Za-z]:[\\/])/.test(value.value)) return [];
      return [{ messageId: 'absolute' as const, at: path, params: { path: value.value } }];
    }),
});
