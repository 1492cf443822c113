import { entryOf, torchserve } from '@topodiff/schema';
import { handlerRoot } from '../../handler-root.ts';
import { defineRule } from '../../rule.ts';

export const handlerSectionNull = defineRule({
  id: 'handler-section-null',
  description: 'Disallow an empty handler section',
  rationale:
    'Python reads `handler:` without a value as None. Handlers with timed methods look for keys in it and fail on every request with 503; others fail while they load.',
  area: 'handler',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.8.2' },
  fixable: true,
  evidence: ['source'],
  upstream: [torchserve('ts/handler_utils/timer.py', 'timed: looks for profile in the section', '26-30')],
  messages: {
    empty:
      'handler is empty, which Python reads as None: handlers that look into it fail at load or on every request.',
  },
  suggestions: { empty: 'Write handler: {} or remove the line.' },
  check: ({ effective }) =>
    entryOf(handlerRoot(effective), 'handler')?.kind === 'null'
      ? [
          {
            messageId: 'empty' as const,
            at: ['handler'],
            target: 'key' as const,
            fix: [{ kind: 'replace-value' as const, at: ['handler'], text: '{}' }],
          },
        ]
      : [],
});
