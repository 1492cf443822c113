import { fieldOf, torchserve } from '@topodiff/schema';
import { topLevelKeys } from '../../frontend-keys.ts';
import { knownSections } from '../../known-sections.ts';
import { findNearMiss } from '../../near-miss.ts';
import { defineRule } from '../../rule.ts';

export const unknownTopLevelKey = defineRule({
  id: 'unknown-top-level-key',
  description: 'Disallow top-level keys that neither TorchServe nor a known handler reads',
  rationale:
    'TorchServe drops a top-level key that it does not know without a log line. Its own handler may read it; if none does, the key does nothing.',
  area: 'file',
  severity: 'info',
  presets: ['strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'build: no branch for an unknown key', '275-276')],
  messages: { unknown: 'TorchServe does not read {key}: only the model’s own handler may.' },
  suggestions: {
    unknown: 'Remove it if the handler does not read it; settings of a handler usually stand below handler.',
  },
  whenNotToUse: 'When handlers of yours keep sections of their own at the top level.',
  check: ({ effective: { unreadKeys } }) =>
    unreadKeys.flatMap(({ path }) => {
      const key = path[0];
      if (typeof key !== 'string' || path.length !== 1 || isKnown(key)) return [];
      return [{ messageId: 'unknown' as const, at: path, target: 'key' as const, params: { key } }];
    }),
});

/** Sections of handlers, and what `unknown-key-near-miss` and `omp-threads-misplaced` report. */
function isKnown(key: string): boolean {
  return (
    knownSections.includes(key) ||
    key === 'OMP_NUM_THREADS' ||
    fieldOf('torchrun', key) !== undefined ||
    findNearMiss(key, topLevelKeys()) !== null
  );
}
