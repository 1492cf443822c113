import { isAtLeast, torchserve } from '@topodiff/schema';
import { defineRule } from '../../rule.ts';
import { writtenSetting } from '../../settings.ts';
import { writtenValue } from '../../written-value.ts';

export const parallelTypeInvalid = defineRule({
  id: 'parallel-type-invalid',
  description: 'Require parallelType to be pp, tp, pptp or custom',
  rationale:
    'TorchServe logs a warning for any other name and goes on without a parallel type: no torchrun, one plain process per worker. Letter case does not matter, white space does.',
  area: 'parallelism',
  severity: 'error',
  presets: ['recommended', 'strict'],
  needs: 'effective-config',
  evidence: ['observed'],
  upstream: [
    torchserve('archive/model/ModelConfig.java', 'ParallelType.get', '508-520'),
    torchserve('wlm/Model.java', 'the constructor drops the level without a type', '100-105'),
  ],
  messages: {
    unknown:
      'TorchServe knows no parallelType {written} and ignores it: each worker is one plain process, without torchrun.',
    customTooNew:
      'TorchServe {version} knows no parallelType {written} and ignores it: each worker is one plain process.',
  },
  suggestions: {
    unknown: 'Write pp (PiPPy), tp (DeepSpeed or native tensor parallelism), pptp or custom.',
    customTooNew: 'Use TorchServe 0.11.1 or newer.',
  },
  check: ({ effective: { settings }, host }) => {
    const { parallelType } = settings;
    const declared = writtenSetting(parallelType);
    if (declared === undefined || declared.kind === 'null') return [];
    const name = declared.kind === 'string' ? declared.value.toLowerCase() : null;
    if (name !== null && ['', 'pp', 'tp', 'pptp'].includes(name)) return [];
    const place = { at: parallelType.path, target: 'value' as const };
    const written = writtenValue(declared);
    if (name !== 'custom') return [{ messageId: 'unknown', ...place, params: { written } }];
    const version = host.torchserveVersion;
    return isAtLeast(version, '0.11.1')
      ? []
      : [{ messageId: 'customTooNew', ...place, params: { written, version } }];
  },
});
