import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const parallelLevelWithoutTorchrun = defineRule({
  id: 'parallel-level-without-torchrun',
  description: 'Require a torchrun section with the parallel types pp, tp and pptp',
  rationale:
    'For these types TorchServe starts torchrun and reads its options without looking whether there are any. With parallelLevel alone every start of a worker fails with a NullPointerException and is tried again until maxRetryTimeoutInSec is over.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'documentation'],
  upstream: [
    torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: reads the torchrun options', '299-300'),
    torchserve('docs/large_model_inference.md', 'how to use the parallel types', '35-36'),
  ],
  messages: {
    missing:
      'parallelType {type} with parallelLevel, but without torchrun: every start of a worker fails with a NullPointerException, and the model never serves.',
  },
  suggestions: { missing: 'Replace parallelLevel by a torchrun section with nproc-per-node: {level}.' },
  check: ({ launch, effective: { settings } }) =>
    launch.blockers
      .filter(({ kind }) => kind === 'parallel-level-without-torchrun')
      .map(() => ({
        messageId: 'missing',
        at: settings.parallelLevel.path,
        params: { type: settings.parallelType.value.toLowerCase(), level: settings.parallelLevel.value },
      })),
});
