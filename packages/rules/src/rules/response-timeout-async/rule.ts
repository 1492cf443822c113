import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

export const responseTimeoutAsync = defineRule({
  id: 'response-timeout-async',
  description: 'Disallow responseTimeout beside asyncCommunication',
  rationale:
    'The thread of an asynchronous worker never looks at responseTimeout while it waits for an answer: a request may take for ever, and the number in the file promises something else.',
  area: 'timeouts',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  versions: { since: '0.11.1' },
  evidence: ['observed', 'source'],
  upstream: [torchserve('wlm/AsyncWorkerThread.java', 'run: waits without a limit', '53-96')],
  messages: {
    inert:
      'responseTimeout {seconds} has no effect: with asyncCommunication TorchServe never limits an answer.',
    fixedLoad:
      'responseTimeout {seconds} has no effect: with asyncCommunication TorchServe {version} limits no answer, and loading to {limit} s.',
  },
  suggestions: {
    inert: 'Remove it; startupTimeout limits loading.',
    fixedLoad: 'Remove it; from 0.12.0 on startupTimeout limits loading.',
  },
  check: ({ effective: { settings }, host: { torchserveVersion: version } }) => {
    const { responseTimeout, asyncCommunication } = settings;
    const seconds = declaredInteger(responseTimeout);
    if (!asyncCommunication.value || seconds === null || seconds < 1) return [];
    const where = { at: responseTimeout.path, target: 'key' as const };
    if (isAtLeast(version, '0.12.0')) return [{ messageId: 'inert' as const, ...where, params: { seconds } }];
    const limit = settings.startupTimeout.value;
    return [{ messageId: 'fixedLoad' as const, ...where, params: { seconds, version, limit } }];
  },
});
