import type { RequestHandler } from 'express';
import helmet from 'helmet';
import type { Configuration } from './configuration.ts';

/** What browsers may do with the pages: load what this service serves, send forms to it and, to sign in, to GitHub. */
export function securityHeaders({ github, mode, publicUrl }: Configuration): RequestHandler {
  const isHttps = publicUrl.startsWith('https:');
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        scriptSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        fontSrc: ["'self'"],
        connectSrc: ["'self'"],
        // Browsers apply it to where the answer of a form redirects to, which for the sign-in is GitHub.
        formAction: ["'self'", ...(mode === 'service' ? [github.serverUrl] : [])],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    strictTransportSecurity: isHttps ? { maxAge: 31_536_000, includeSubDomains: false } : false,
  });
}

/** Pages show what only their reader may see: no cache keeps them. Static files say otherwise themselves. */
export const keepFromCaches: RequestHandler = (_request, response, next) => {
  response.set('Cache-Control', 'private, no-store');
  next();
};
