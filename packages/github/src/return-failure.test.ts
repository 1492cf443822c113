import { GithubError } from './external-error.ts';
import { returnFailure } from './return-failure.ts';

const externalError = {
  kind: 'unavailable',
  status: 502,
  action: 'read a file',
  permission: null,
  message: 'cannot read a file',
} as const;

test('an outcome stays as it is, and what GitHub does not do becomes one', async () => {
  expect(await returnFailure(() => Promise.resolve({ kind: 'set' }))).toEqual({ kind: 'set' });
  expect(await returnFailure(() => Promise.reject(new GithubError(externalError)))).toEqual({
    kind: 'failed',
    error: externalError,
  });
});

test('a fault of ours is thrown on', async () => {
  const fault = new Error('internal');
  await expect(returnFailure(() => Promise.reject(fault))).rejects.toBe(fault);
});
