import { createLogger } from './log.ts';

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
