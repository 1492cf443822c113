import type { Request, RequestHandler } from 'express';
import type { Configuration } from '../configuration.ts';
import { isLoopbackHost } from '../is-loopback-host.ts';
import { answerLine } from './answer-line.tsx';

type GuardParts = { readonly configuration: Pick<Configuration, 'mode' | 'publicUrl'> };

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/** Whether a method changes nothing by what HTTP says of it. */
export function isSafeMethod(method: string): boolean {
  return safeMethods.has(method);
}

function parseHost(host: string): URL | null {
  // Only a name and a port: `user@`, a path or anything else that a URL could hold is no host.
  return /^[\w.-]+(?::\d+)?$|^\[[\da-f:.]+\](?::\d+)?$/i.test(host) ? URL.parse(`http://${host}`) : null;
}

/**
 * Whether `Host` is ours: that of the public address, in local mode any loopback name on any port. A foreign name means
 * that somebody's domain was made to lead here (DNS rebinding). The header itself is read, and not what a proxy says
 * that it was: a browser's page can add `X-Forwarded-Host`, but not change `Host`.
 */
function isOurHost({ configuration }: GuardParts, host: string): boolean {
  const url = parseHost(host);
  if (url === null) return false;
  if (configuration.mode === 'local') return isLoopbackHost(url.hostname);
  return host.toLowerCase() === new URL(configuration.publicUrl).host;
}

/** The origin that pages of ours have, for the host of the request. */
function ourOrigin({ configuration }: GuardParts, host: string): string {
  const { origin } = new URL(configuration.publicUrl);
  return configuration.mode === 'local' ? `http://${host.toLowerCase()}` : origin;
}

/** Whether a page of somebody else wants to read our answer: a link there tells no origin, or `null`. */
function isReadElsewhere(parts: GuardParts, { headers: { origin, host = '' } }: Request): boolean {
  return origin !== undefined && origin !== 'null' && origin !== ourOrigin(parts, host);
}

function isSentFromElsewhere(parts: GuardParts, { headers }: Request): boolean {
  const site = headers['sec-fetch-site'];
  // `none` is the person himself, by the address bar or a reload. A sibling domain (`same-site`) is not ours.
  const isSiteOurs = site === 'same-origin' || site === 'none';
  if (site !== undefined && !isSiteOurs) return true;
  const { origin } = headers;
  if (origin === undefined) return false; // no browser: it has no cookies that somebody else could use
  // With `Referrer-Policy: no-referrer` browsers write `null` for our own forms, too; then only the other header tells.
  if (origin === 'null') return !isSiteOurs;
  return origin !== ourOrigin(parts, headers.host ?? '');
}

/** Refuses requests to another host's name, and those that a page of somebody else sends, but for its links. */
export function createGuardOrigin(parts: GuardParts): RequestHandler {
  return (request, response, next) => {
    if (!isOurHost(parts, request.headers.host ?? '')) {
      answerLine(request, response, 403, 'The service is not reached by this host name.');
      return;
    }
    const isForeign = isSafeMethod(request.method) ? isReadElsewhere : isSentFromElsewhere;
    if (isForeign(parts, request)) {
      answerLine(request, response, 403, 'The request comes from a page of another site.');
      return;
    }
    next();
  };
}
