import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { torchrunSettings } from '../../settings.ts';

export const torchrunInertKey = defineRule({
  id: 'torchrun-inert-key',
  description: 'Disallow torchrun keys that TorchServe never passes on',
  rationale:
    'TorchServe reads rdzv-conf, monitor-interval and node-rank, and then puts none of them on the command line of torchrun.',
  area: 'launcher',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed', 'source'],
  upstream: [torchserve('wlm/WorkerLifeCycle.java', 'attachRunner: the options that are passed', '293-324')],
  messages: { inert: '{key} has no effect: TorchServe reads it and never passes it to torchrun.' },
  suggestions: { inert: 'Remove it.' },
  check: ({ effective: { settings } }) => {
    const type = settings.parallelType.value;
    // Without a type that starts torchrun the whole section is unused, which is another finding.
    if (type === 'NONE' || type === 'CUSTOM') return [];
    return torchrunSettings(settings.torchrun)
      .filter(({ cause }) => cause === 'never-passed')
      .map(({ key, path }) => ({
        messageId: 'inert' as const,
        at: path,
        target: 'key' as const,
        params: { key },
      }));
  },
});
