import type { Request } from 'express';

/** Whether a request is for the interface of CI, where errors are JSON. */
export function isForApi({ originalUrl }: Pick<Request, 'originalUrl'>): boolean {
  return /^\/api\//i.test(originalUrl); // routes match in either case
}
