import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';

export const customBrokenOnMaster = defineRule({
  id: 'custom-broken-on-master',
  description: "Disallow parallelType custom on a GPU with TorchServe's master branch",
  rationale:
    'Since 19 December 2024 the unreleased master asks an accelerator object for the name of the visible-devices variable. Nothing ever sets that object, so each start of a custom worker on a GPU ends in a NullPointerException.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'launch-plan',
  versions: { since: 'master' },
  inputs: ['host'],
  evidence: ['observed'],
  upstream: [
    torchserve('device/SystemInfo.java', 'getVisibleDevicesEnvName: the object is never set', '167-172'),
  ],
  upstreamIssues: [3371],
  messages: {
    broken:
      'parallelType custom does not start on a GPU with the master branch of TorchServe: every start fails with a NullPointerException, and the model never serves.',
  },
  suggestions: { broken: 'Use TorchServe 0.12.0.' },
  check: ({ launch, effective: { settings } }) =>
    launch.blockers
      .filter(({ kind }) => kind === 'custom-broken-on-master')
      .map(() => ({ messageId: 'broken', at: settings.parallelType.path })),
});
