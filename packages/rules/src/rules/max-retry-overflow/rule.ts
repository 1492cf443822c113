import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

/** The most seconds whose milliseconds fit into 32 bits. */
const mostSeconds = 2_147_483;

export const maxRetryOverflow = defineRule({
  id: 'max-retry-overflow',
  description: 'Disallow a maxRetryTimeoutInSec that overflows in milliseconds',
  rationale:
    'TorchServe multiplies the seconds by 1000 in 32 bits. From 2147484 seconds on the product is negative, and a worker that dies is never restarted, although the value asks for the opposite.',
  area: 'workers',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  fixable: true,
  evidence: ['observed'],
  upstream: [torchserve('wlm/Model.java', 'the constructor multiplies by 1000', '126')],
  messages: {
    overflow:
      'maxRetryTimeoutInSec is {written}: in milliseconds it overflows, and a worker that dies is never restarted.',
  },
  suggestions: { overflow: 'Write at most 2147483, which is 24 days.' },
  check: ({ effective: { settings } }) => {
    const written = declaredInteger(settings.maxRetryTimeoutInSec);
    if (written === null || written <= mostSeconds) return [];
    const at = settings.maxRetryTimeoutInSec.path;
    const fix = [{ kind: 'replace-value' as const, at, text: String(mostSeconds) }];
    return [{ messageId: 'overflow', at, params: { written }, fix }];
  },
});
