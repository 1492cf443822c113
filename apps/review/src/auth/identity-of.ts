import type { Response } from 'express';
import type { Identity } from './identity.ts';

/** Who sent the request: set by `identify` before every route. */
export function identityOf(response: Response): Identity {
  const identity = response.locals['identity'] as Identity | undefined; // only `identify` writes it
  return identity ?? { kind: 'nobody' };
}
