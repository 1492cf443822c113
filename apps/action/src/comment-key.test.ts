import { commentKeyOf } from './comment-key.ts';

test.each([
  {
    environment: {
      GITHUB_WORKFLOW_REF: 'acme/serving/.github/workflows/review.yml@refs/heads/main',
      GITHUB_WORKFLOW: 'Review',
      GITHUB_JOB: 'topology',
    },
    key: 'review.yml/topology',
  },
  { environment: { GITHUB_WORKFLOW: 'Review', GITHUB_JOB: 'topology' }, key: 'Review/topology' },
  { environment: { GITHUB_JOB: 'topology' }, key: 'topology' },
  { environment: {}, key: 'topodiff' },
])('the key of $environment is $key', ({ environment, key }) => {
  expect(commentKeyOf(environment)).toBe(key);
});
