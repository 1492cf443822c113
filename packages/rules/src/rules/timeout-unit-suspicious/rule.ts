import { torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { declaredInteger } from '../../settings.ts';

/** Seconds of a day: no request takes longer. */
const longestSeconds = 86_400;
/** Milliseconds: what is shorter expires before anything can answer. */
const shortestMilliseconds = 5;

export const timeoutUnitSuspicious = defineRule({
  id: 'timeout-unit-suspicious',
  description: 'Disallow timeouts that look like another unit',
  rationale:
    'TorchServe counts responseTimeout and startupTimeout in seconds, the sequence keys and clientTimeoutInMills in milliseconds. A number of the other unit makes a timeout that never, or always, runs out.',
  area: 'timeouts',
  severity: 'warning',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['source'],
  upstream: [torchserve('archive/model/ModelConfig.java', 'the units of the fields', '40-90')],
  upstreamIssues: [1984],
  messages: {
    tooLong: '{key} counts seconds: {written} are more than {days} days.',
    tooShort: '{key} counts milliseconds: {written} ms are over before anything can answer.',
  },
  suggestions: {
    tooLong: 'Write seconds; {written} milliseconds would be {seconds}.',
    tooShort: 'Write milliseconds; {written} seconds would be {milliseconds}.',
  },
  check: ({ effective: { settings } }) => [
    ...[settings.responseTimeout, settings.startupTimeout].flatMap((setting) => {
      const written = declaredInteger(setting);
      if (written === null || written <= longestSeconds) return [];
      const params = {
        key: setting.key,
        written,
        days: Math.floor(written / longestSeconds),
        seconds: Math.max(1, Math.round(written / 1000)),
      };
      return [{ messageId: 'tooLong' as const, at: setting.path, params }];
    }),
    ...[settings.sequenceMaxIdleMSec, settings.sequenceTimeoutMSec, settings.clientTimeoutInMills].flatMap(
      (setting) => {
        const written = declaredInteger(setting);
        if (written === null || written < 1 || written >= shortestMilliseconds) return [];
        const params = { key: setting.key, written, milliseconds: written * 1000 };
        return [{ messageId: 'tooShort' as const, at: setting.path, params }];
      },
    ),
  ],
});
