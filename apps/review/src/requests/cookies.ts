import type { CookieOptions, Request, Response } from 'express';
import type { Configuration } from '../configuration.ts';
import { isLoopbackHost } from '../is-loopback-host.ts';
import { parseCookies } from './parse-cookies.ts';

/** The secrets that the service keeps in a browser. */
export type CookieKind = 'session' | 'sign-in' | 'csrf';

const names: Readonly<Record<CookieKind, { readonly secure: string; readonly plain: string }>> = {
  session: { secure: '__Host-topodiff', plain: 'topodiff-session' },
  'sign-in': { secure: '__Host-topodiff-sign-in', plain: 'topodiff-sign-in' },
  csrf: { secure: '__Host-topodiff-csrf', plain: 'topodiff-csrf' },
};

/**
 * Cookies lack `Secure` only where the service is reached by http on this machine: browsers would drop them there, and
 * nobody else can read what goes through loopback.
 */
function isSecure({ publicUrl }: Pick<Configuration, 'publicUrl'>): boolean {
  const { protocol, hostname } = new URL(publicUrl);
  return !(protocol === 'http:' && isLoopbackHost(hostname));
}

/** `__Host-…` where cookies are secure: no other host and no plain connection can set one of that name. */
function cookieName(configuration: Pick<Configuration, 'publicUrl'>, kind: CookieKind): string {
  return isSecure(configuration) ? names[kind].secure : names[kind].plain;
}

/** How every cookie of the service is set: no script reads it, and no other site's request brings it along with a write. */
export function cookieOptions(configuration: Pick<Configuration, 'publicUrl'>): CookieOptions {
  return { httpOnly: true, secure: isSecure(configuration), sameSite: 'lax', path: '/' };
}

/** The cookie's value as the request has it, undefined without one. */
export function readCookie(
  request: Pick<Request, 'headers'>,
  configuration: Pick<Configuration, 'publicUrl'>,
  kind: CookieKind,
): string | undefined {
  return parseCookies(request.headers.cookie).get(cookieName(configuration, kind));
}

/** One answer sets a cookie once: what was said of it before is taken back. */
function forgetEarlier(response: Response, name: string): void {
  const set = response.getHeader('set-cookie');
  if (!Array.isArray(set) && typeof set !== 'string') return;
  response.removeHeader('set-cookie');
  const others = [set].flat().filter((cookie) => !cookie.startsWith(`${name}=`));
  if (others.length > 0) response.setHeader('set-cookie', others);
}

/** @param lifetime - milliseconds; without it the cookie goes when the browser is closed */
export function setCookie(
  response: Response,
  configuration: Pick<Configuration, 'publicUrl'>,
  kind: CookieKind,
  value: string,
  lifetime?: number,
): void {
  const name = cookieName(configuration, kind);
  forgetEarlier(response, name);
  response.cookie(name, value, {
    ...cookieOptions(configuration),
    ...(lifetime === undefined ? {} : { maxAge: lifetime }),
  });
}

/** Makes the browser forget a cookie. */
export function clearCookie(
  response: Response,
  configuration: Pick<Configuration, 'publicUrl'>,
  kind: CookieKind,
): void {
  const name = cookieName(configuration, kind);
  forgetEarlier(response, name);
  response.clearCookie(name, cookieOptions(configuration));
}
