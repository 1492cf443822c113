import type { Response } from 'express';

/** The token that every form of the answer has to send back; empty where no guard has set one. */
export function csrfTokenOf(response: Response): string {
  const token: unknown = response.locals['csrfToken'];
  return typeof token === 'string' ? token : '';
}
