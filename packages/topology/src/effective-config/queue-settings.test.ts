import { hostOf, hostWithProperties } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

describe('queue and flags', () => {
  const host = hostWithProperties(0, ['job_queue_size=50']);
  test.each([
    ['jobQueueSize: 7\n', host, [7, 'declared']],
    ['jobQueueSize: -7\n', host, [50, 'ignored', 'below-minimum']],
    ['jobQueueSize: "7"\n', host, [50, 'ignored', 'wrong-type']],
    ['handler: {}\n', host, [50, 'from-config-properties']],
    ['handler: {}\n', hostOf(0), [100, 'default']],
  ] as const)('%j', (text, onHost, expected) => {
    expect(resolveSetting(text, 'jobQueueSize', onHost)).toEqual(expected);
  });

  test('a runtime that is not python ignores useVenv', () => {
    const python3 = hostWithProperties(0, ['models={"m":{"1.0":{"runtimeType":"python3"}}}']);
    expect(resolveSetting('useVenv: true\n', 'useVenv', python3)).toEqual([false, 'overridden', 'no-effect']);
    expect(resolveSetting('useVenv: true\n', 'useVenv')).toEqual([true, 'declared']);
  });
});
