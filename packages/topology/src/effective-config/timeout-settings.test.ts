import { hostOf, hostWithProperties } from '../testing/plan-text.ts';
import { resolveSetting } from '../testing/summarize-setting.ts';

describe('timeouts', () => {
  const host = hostWithProperties(0, ['default_response_timeout=55', 'default_startup_timeout=66']);

  test('a config file hides the server defaults and the models JSON', () => {
    expect(resolveSetting('handler: {}\n', 'responseTimeout', host)).toEqual([120, 'default']);
    expect(resolveSetting('responseTimeout: 300\n', 'startupTimeout', host)).toEqual([120, 'default']);
    expect(resolveSetting('responseTimeout: 300\n', 'responseTimeout', host)).toEqual([300, 'declared']);
    expect(resolveSetting('responseTimeout: 0\n', 'responseTimeout', host)).toEqual([
      120,
      'ignored',
      'below-minimum',
    ]);
  });

  test('without one the models JSON counts, then the server default, then 120', () => {
    expect(resolveSetting(null, 'responseTimeout', host)).toEqual([55, 'from-config-properties']);
    expect(resolveSetting('minWorkers: [\n', 'startupTimeout', host)).toEqual([66, 'from-config-properties']);
    expect(resolveSetting(null, 'responseTimeout')).toEqual([120, 'default']);
    const json = hostWithProperties(0, [
      'default_response_timeout=55',
      'models={"m":{"1.0":{"responseTimeout":33}}}',
    ]);
    expect(resolveSetting(null, 'responseTimeout', json)).toEqual([33, 'from-config-properties']);
    expect(resolveSetting('handler: {}\n', 'responseTimeout', json)).toEqual([120, 'default']);
  });

  test('base 60 is taken, as another value than written', () => {
    expect(resolveSetting('responseTimeout: 1:30\n', 'responseTimeout')).toEqual([90, 'coerced']);
  });

  test('an async worker never looks at responseTimeout', () => {
    const text = 'asyncCommunication: true\nresponseTimeout: 300\n';
    expect(resolveSetting(text, 'responseTimeout')).toEqual([300, 'overridden', 'no-effect']);
    expect(resolveSetting('asyncCommunication: true\n', 'responseTimeout')).toEqual([120, 'default']);
  });

  test('before 0.12.0 the response timeout limits loading', () => {
    const text = 'responseTimeout: 300\nstartupTimeout: 600\n';
    const host0111 = hostOf(0, { torchserveVersion: '0.11.1' });
    expect(resolveSetting(text, 'startupTimeout', host0111)).toEqual([300, 'ignored', 'not-in-version']);
    expect(resolveSetting(`asyncCommunication: true\n${text}`, 'startupTimeout', host0111)).toEqual([
      600,
      'ignored',
      'not-in-version',
    ]);
    expect(resolveSetting('responseTimeout: 300\n', 'startupTimeout', host0111)).toEqual([300, 'default']);
  });

  test('a retry time of more than 2147483 s overflows', () => {
    expect(resolveSetting('maxRetryTimeoutInSec: 2147483\n', 'maxRetryTimeoutInSec')).toEqual([
      2147483,
      'declared',
    ]);
    expect(resolveSetting('maxRetryTimeoutInSec: 2147484\n', 'maxRetryTimeoutInSec')).toEqual([
      -2147483,
      'coerced',
      'above-maximum',
    ]);
    expect(resolveSetting(null, 'maxRetryTimeoutInSec')).toEqual([300, 'default']);
  });
});
