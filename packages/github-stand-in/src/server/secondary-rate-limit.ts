import type { Json } from '../openapi/description.ts';

/** The body of the 403 for too much at once. */
export const secondaryRateLimitBody = {
  message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
  documentation_url:
    'https://docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api#about-secondary-rate-limits',
  status: '403',
} satisfies Json;
