import { createLogger } from './log.ts';
import { redactUrl } from './redact.ts';

function logOf(write: (logger: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = [];
  write(createLogger('info', { write: (line) => void lines.push(line) }));
  return lines.join('');
}

test('an error is logged by what it says, without what clients hang on it', () => {
  const err = Object.assign(new Error('401 for Bearer abc.def'), {
    request: { headers: { authorization: 'token gho_5ecret' } },
    cause: new Error('connect postgres://review:5ecret@db/review'),
  });
  const text = logOf((logger) => logger.error({ err }, 'failed'));
  expect(JSON.parse(text)).toMatchObject({
    level: 'error',
    msg: 'failed',
    err: {
      message: '401 for Bearer [redacted]',
      cause: { message: 'connect postgres://review:[redacted]@db/review' },
    },
  });
  expect(text).not.toContain('5ecret');
});

test('headers that are logged by mistake are not written', () => {
  const text = logOf((logger) => logger.info({ headers: { cookie: '5ecret' }, token: '5ecret' }, 'oops'));
  expect(text).not.toContain('5ecret');
});

test('something thrown that is no error is logged, too', () => {
  expect(logOf((logger) => logger.error({ err: 'ghp_5ecret' }))).toContain('{"message":"[redacted]"}');
});

test('an address within an address is read for secrets, too', () => {
  const inner = encodeURIComponent('/sign-in/callback?code=5ecret');
  expect(redactUrl(`/sign-in?return_to=${inner}&diff=split`)).toBe(
    '/sign-in?return_to=[redacted]&diff=split',
  );
});

test('an address that looks like very many tokens takes no time', () => {
  const started = performance.now();
  redactUrl(`/?search=${'eyJ-'.repeat(16_000)}`);
  expect(performance.now() - started).toBeLessThan(300);
});
