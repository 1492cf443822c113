import type { ConfigPath, ModelConfigDocument } from '@topodiff/schema';
import { torchserve, valueAt } from '@topodiff/schema';
import type { FrontendSettings } from '@topodiff/topology';
import type { FixEdit } from '../../fix/fix-edit.ts';
import type { FindingDraft } from '../../rule.ts';
import { defineRule } from '../../rule.ts';

type MessageId = 'wrongName' | 'outside' | 'withoutTorchrun';

export const ompThreadsMisplaced = defineRule({
  id: 'omp-threads-misplaced',
  description: 'Require the number of OpenMP threads as OMP_NUMBER_THREADS inside torchrun',
  rationale:
    'TorchServe sets OMP_NUM_THREADS for the ranks of torchrun, always, by default to 1, and overrides what the host sets. It takes the number from one place only: `OMP_NUMBER_THREADS` inside `torchrun`.',
  area: 'launcher',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['parser-observed', 'documentation'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'TorchRun.build: OMP_NUMBER_THREADS', '622-628'),
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: sets OMP_NUM_THREADS', '300'),
    torchserve('docs/large_model_inference.md', 'the torchrun section of the sample'),
  ],
  messages: {
    wrongName:
      'TorchServe knows no torchrun key {key} and drops it: OMP_NUM_THREADS of every rank is {threads}.',
    outside:
      'TorchServe reads no {key} outside torchrun and drops it without a word: OMP_NUM_THREADS of every rank is {threads}.',
    withoutTorchrun:
      'TorchServe reads no {key} here and drops it without a word: without torchrun it sets no number of OpenMP threads.',
  },
  suggestions: {
    wrongName: 'Write OMP_NUMBER_THREADS.',
    outside: 'Move it into the torchrun section, as OMP_NUMBER_THREADS.',
    withoutTorchrun: 'Set OMP_NUM_THREADS in the environment of the server, which the workers inherit.',
  },
  check: ({ document, effective: { settings, unreadKeys, unreadTorchrunKeys } }) =>
    [...unreadKeys, ...unreadTorchrunKeys].flatMap(({ path }) =>
      describeKey(path, settings).map((draft) => ({ ...draft, ...fixOf(draft, document) })),
    ),
});

function describeKey(path: ConfigPath, { torchrun }: FrontendSettings): FindingDraft<MessageId>[] {
  const key = path.at(-1);
  if (key !== 'OMP_NUMBER_THREADS' && key !== 'OMP_NUM_THREADS') return [];
  const place = { at: path, target: 'key' as const };
  if (torchrun === null) return [{ messageId: 'withoutTorchrun', ...place, params: { key } }];
  const params = { key, threads: torchrun.ompNumberThreads.value };
  return [{ messageId: path.length > 1 ? 'wrongName' : 'outside', ...place, params }];
}

/** Renames the key in torchrun, or moves it there. */
function fixOf(
  { messageId, at }: FindingDraft<MessageId>,
  { frontend }: ModelConfigDocument,
): { readonly fix?: readonly FixEdit[] } {
  const name = 'OMP_NUMBER_THREADS';
  if (messageId === 'wrongName') return { fix: [{ kind: 'rename-key', at, name }] };
  const value = frontend.outcome === 'loaded' ? valueAt(frontend.root, at) : undefined;
  if (messageId !== 'outside' || value?.kind !== 'integer') return {};
  return {
    fix: [
      { kind: 'remove-entry', at },
      { kind: 'add-entry', map: ['torchrun'], key: name, text: value.source },
    ],
  };
}
